import { describeFinding, type SourceFinding } from '@suitewright/generator';

export type FindingsFormat = 'text' | 'json' | 'github';

/** Findings as they are printed. */
export function findingsText(findings: readonly SourceFinding[], format: FindingsFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, null, 2)}\n`;
    case 'github':
      return findings.map((finding) => `${annotation(finding)}\n`).join('');
    case 'text':
      return findings.map((finding) => `${describeFinding(finding)}\n\n`).join('');
  }
}

/**
 * A workflow command, which GitHub Actions shows beside the line.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
function annotation({
  severity,
  path,
  line,
  column,
  endLine,
  endColumn,
  code,
  message,
  hint,
}: SourceFinding): string {
  const place = [
    `file=${escapeProperty(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    // Columns are shown only within one line.
    ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
    `title=${escapeProperty(`suitewright: ${code}`)}`,
  ];
  return `::${severity} ${place.join(',')}::${escapeText(hint === null ? message : `${message} ${hint}`)}`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
