import { type Calendar, isoDate } from './calendar.js';
import type { Employee } from './employees.js';
import type { Random } from './random.js';
import type { DemoBatch, Row } from './row.js';

const roles: readonly {
  readonly id: number;
  readonly name: string;
  readonly center: string;
  readonly isSales: boolean;
}[] = [
  { id: 3, name: 'Administrator', center: 'BASIC', isSales: false },
  { id: 1001, name: 'Harbor Sales Person', center: 'SALESCENTER', isSales: true },
  { id: 1002, name: 'Harbor A/P Clerk', center: 'ACCOUNTCENTER', isSales: false },
  { id: 1003, name: 'Integration (Web Services Only)', center: 'BASIC', isSales: false },
];

const permissions: readonly { readonly name: string; readonly key: string; readonly level: number }[] = [
  { name: 'REST Web Services', key: 'ADMI_RESTWEBSERVICES', level: 4 },
  { name: 'Log in using Access Tokens', key: 'ADMI_LOGIN_OAUTH', level: 4 },
  { name: 'Customers', key: 'LIST_CUSTJOB', level: 2 },
  { name: 'Sales Order', key: 'TRAN_SALESORD', level: 3 },
];

const folders: readonly { readonly id: number; readonly name: string; readonly parent: number | null }[] = [
  { id: -15, name: 'SuiteScripts', parent: null },
  { id: -4, name: 'Images', parent: null },
  { id: 301, name: 'integration', parent: -15 },
  { id: 302, name: "Katalog '26", parent: -4 },
];

const files: readonly {
  readonly name: string;
  readonly folder: number;
  readonly type: string;
  readonly script: string | null;
}[] = [
  { name: 'order_sync.js', folder: 301, type: 'JAVASCRIPT', script: 'MAPREDUCE' },
  { name: 'milestone_form.js', folder: 301, type: 'JAVASCRIPT', script: 'CLIENT' },
  { name: 'order_after_submit.js', folder: 301, type: 'JAVASCRIPT', script: 'USEREVENT' },
  { name: 'nightly_cleanup.js', folder: -15, type: 'JAVASCRIPT', script: 'SCHEDULED' },
  { name: 'price_list.pdf', folder: 302, type: 'PDF', script: null },
  { name: 'espresso-machine (1).jpg', folder: 302, type: 'JPGIMAGE', script: null },
];

interface PlatformSources {
  readonly calendar: Calendar;
  readonly random: Random;
}

/** The account's own furniture: roles, files, scripts and what the logs say about them. */
export function platformBatches(
  employees: readonly Employee[],
  { calendar, random }: PlatformSources,
): readonly DemoBatch[] {
  const owner = employees[0]?.id ?? null;
  const scripts = files
    .map((file, index) => ({ ...file, id: index + 1 }))
    .filter(({ script }) => script !== null);
  return [
    { table: 'role', rows: roles.map(roleRow) },
    {
      table: 'rolepermissions',
      rows: roles.flatMap(({ id }) => permissions.map((one) => permissionRow(id, one))),
    },
    {
      table: 'employeerolesforsearch',
      rows: employees.map(({ id, isSalesRep }) => ({ entity: id, role: isSalesRep ? 1001 : 1002 })),
    },
    { table: 'mediaitemfolder', rows: folders.map((folder) => folderRow(folder, { owner, calendar })) },
    {
      table: 'file',
      rows: files.map((file, index) => fileRow(file, { id: index + 1, owner, calendar, random })),
    },
    { table: 'script', rows: scripts.map((file) => scriptRow(file, owner)) },
    { table: 'scriptdeployment', rows: scripts.map((file) => deploymentRow(file, calendar)) },
    {
      table: 'scheduledscriptinstance',
      rows: scripts.flatMap((file) => runRows(file, { calendar, random })),
    },
    { table: 'scriptnote', rows: scripts.map(({ id }) => scriptNoteRow(id, { calendar, random })) },
    { table: 'loginaudit', rows: employees.flatMap((employee) => loginRows(employee, { calendar, random })) },
    {
      table: 'systemnote',
      rows: employees.map(({ id }, index) => systemNoteRow(index, { employee: id, calendar, random })),
    },
  ];
}

function roleRow({ id, name, center, isSales }: (typeof roles)[number]): Row {
  return { id, name, centertype: center, isinactive: false, issalesrole: isSales, subsidiaryoption: 'ALL' };
}

function permissionRow(role: number, { name, key, level }: (typeof permissions)[number]): Row {
  return { role, name, permkey: key, permlevel: level };
}

function folderRow(
  { id, name, parent }: (typeof folders)[number],
  { owner, calendar }: { readonly owner: number | null; readonly calendar: Calendar },
): Row {
  return {
    id,
    name,
    parent,
    istoplevel: parent === null,
    foldertype: 'DEFAULT',
    appfolder: parent === null ? name : `${folders.find((other) => other.id === parent)?.name} : ${name}`,
    description: null,
    numfolderfiles: files.filter(({ folder }) => folder === id).length,
    isinactive: false,
    isprivate: false,
    owner,
    createddate: calendar.moved('2023-01-10T09:00:00'),
    lastmodifieddate: calendar.moved('2025-05-20T09:00:00'),
  };
}

interface FileFacts extends PlatformSources {
  readonly id: number;
  readonly owner: number | null;
}

function fileRow(
  { name, folder, type }: (typeof files)[number],
  { id, owner, calendar, random }: FileFacts,
): Row {
  const size = random.integer(900, 240_000);
  return {
    id,
    name,
    filetype: type,
    folder,
    filesize: size,
    documentsize: Math.ceil(size / 1024),
    description: null,
    url: `/core/media/media.nl?id=${id}`,
    isavailable: true,
    isonline: type !== 'JAVASCRIPT',
    createddate: calendar.moved('2023-01-10T09:30:00'),
    lastmodifieddate: calendar.moment(calendar.lastDay - random.integer(1, 500), random),
    hideinbundle: false,
    owner,
  };
}

type ScriptFile = (typeof files)[number] & { readonly id: number };

const scriptIdOf = ({ name }: ScriptFile): string => name.replace(/\.js$/, '');

function scriptRow(file: ScriptFile, owner: number | null): Row {
  return {
    id: file.id,
    name: scriptIdOf(file).replaceAll('_', ' '),
    scriptid: `customscript_${scriptIdOf(file)}`,
    scripttype: file.script,
    scriptfile: file.id,
    owner,
    apiversion: '2.1',
    isinactive: false,
    description: null,
    notifyadmins: false,
    notifyowner: true,
    defaultfunction: null,
  };
}

function deploymentRow(file: ScriptFile, calendar: Calendar): Row {
  return {
    primarykey: file.id,
    script: file.id,
    scriptid: `customdeploy_${scriptIdOf(file)}`,
    title: `${scriptIdOf(file)} deployment`,
    status: 'RELEASED',
    isdeployed: true,
    recordtype: file.script === 'USEREVENT' ? 'SALESORDER' : null,
    loglevel: 'ERROR',
    runasrole: 3,
    eventtype: null,
    startdate: calendar.moved('2024-03-01'),
  };
}

function runRows({ id, script }: ScriptFile, { calendar, random }: PlatformSources): readonly Row[] {
  if (script !== 'SCHEDULED' && script !== 'MAPREDUCE') return [];
  return Array.from({ length: 10 }, (_, index) => ({
    scriptdeployment: id,
    status: random.chance(0.9) ? 'Complete' : 'Failed',
    startdate: `${isoDate(calendar.lastDay - 1 - index)}T02:00:00`,
    enddate: `${isoDate(calendar.lastDay - 1 - index)}T02:${random.integer(10, 59)}:30`,
    percentcomplete: 100,
    mapreducestage: script === 'MAPREDUCE' ? 'SUMMARIZE' : null,
    taskid: `TASK_${id}_${index}`,
    queue: null,
  }));
}

function scriptNoteRow(script: number, { calendar, random }: PlatformSources): Row {
  return {
    internalid: script,
    scripttype: script,
    date: calendar.moment(calendar.lastDay - random.integer(0, 60), random),
    type: 'ERROR',
    title: 'UNEXPECTED_ERROR',
    detail: "Cannot read property 'id' of undefined",
  };
}

function loginRows({ id, row, isSalesRep }: Employee, { calendar, random }: PlatformSources): readonly Row[] {
  return Array.from({ length: 3 }, () => ({
    date: calendar.moment(calendar.lastDay - random.integer(0, 90), random),
    user: id,
    role: isSalesRep ? 1001 : 1002,
    status: random.chance(0.95) ? 'Success' : 'Failure',
    detail: null,
    emailaddress: row.email ?? null,
    ipaddress: `203.0.113.${random.integer(1, 254)}`,
    requesturi: '/app/login/secure/enterpriselogin.nl',
    oauthappname: null,
    oauthaccesstokenname: null,
  }));
}

function systemNoteRow(
  index: number,
  { employee, calendar, random }: PlatformSources & { readonly employee: number },
): Row {
  return {
    recordid: employee,
    recordtypeid: -4,
    record: 'Employee',
    field: random.pick(['ENTITY.SEMAIL', 'ENTITY.STITLE', 'ENTITY.KSUPERVISOR']),
    oldvalue: null,
    newvalue: `Change ${index + 1}`,
    date: calendar.moment(calendar.lastDay - random.integer(0, 300), random),
    name: employee,
    role: 3,
    type: 4,
    context: 'UIF',
    lineid: null,
  };
}
