import type { IntrospectionPhase, IntrospectionProgress } from '@suitewright/generator';

const titles: Readonly<Record<IntrospectionPhase, string>> = {
  catalog: 'catalog',
  records: 'records',
  custom: 'custom fields',
  targets: 'targets of references',
  tables: 'SuiteQL tables',
};

/** Turns the events of an introspection into lines; phases that run at the same time share one. */
export function introspectionMessages(): (event: IntrospectionProgress) => string {
  const underWay = new Map<IntrospectionPhase, string>();
  return ({ phase, done, total }) => {
    underWay.delete(phase);
    if (done < total) underWay.set(phase, `${titles[phase]} ${done} of ${total}`);
    return underWay.size === 0 ? `${titles[phase]}: done` : [...underWay.values()].join(', ');
  };
}
