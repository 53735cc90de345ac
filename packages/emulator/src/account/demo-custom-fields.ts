import type { ColumnKind } from '@suitewright/schema';
import type { CustomField, CustomFieldType } from './definition.js';
import { fieldValueType } from './field-value-type.js';
import { itemRecords, purchaseRecords, salesRecords, transactionRecords } from './record-names.js';

interface FieldSource {
  readonly kind: ColumnKind;
  readonly label: string;
  /** Where the field appears. Default: every place of its group. */
  readonly on?: readonly string[];
  readonly valueType?: string;
  readonly description?: string;
  readonly mandatory?: true;
}

interface FieldGroup {
  readonly fieldType: CustomFieldType;
  readonly firstInternalId: number;
  readonly records: readonly string[];
  /** Null: the tables are named like the records. */
  readonly tables: readonly string[] | null;
}

const entityFields: Readonly<Record<string, FieldSource>> = {
  custentity_region: {
    kind: 'ref:customlist_region',
    label: 'Sales Region',
    on: ['customer', 'partner', 'contact'],
  },
  custentity_tier: { kind: 'ref:customlist_customer_tier', label: 'Tier', on: ['customer'] },
  custentity_account_manager: { kind: 'ref:employee', label: 'Account Manager', on: ['customer', 'vendor'] },
  custentity_interests: {
    kind: 'multi:customlist_interest',
    label: 'Interests',
    on: ['customer', 'contact'],
  },
  custentity_loyalty_program: { kind: 'ref:customrecord49', label: 'Loyalty Program', on: ['customer'] },
  custentity_loyalty_points: { kind: 'int', label: 'Loyalty Points', on: ['customer'] },
  custentity_vip: { kind: 'bool', label: 'VIP', on: ['customer'] },
  custentity_negotiated_discount: {
    kind: 'num',
    label: 'Negotiated Discount',
    valueType: 'Percent',
    on: ['customer'],
  },
  custentity_credit_reviewed: { kind: 'date', label: 'Credit Reviewed On', on: ['customer'] },
  custentity_last_synced: {
    kind: 'datetime',
    label: 'Last Synced',
    description: 'Written by the CRM integration. Do not edit.',
  },
  custentity_crm_id: { kind: 'text', label: 'CRM ID' },
  custentity_delivery_notes: {
    kind: 'text',
    label: 'Delivery Notes',
    valueType: 'Text Area',
    on: ['customer'],
  },
  custentity_minimum_order: { kind: 'num', label: 'Minimum Order', valueType: 'Currency', on: ['vendor'] },
  custentity_quality_certificate: { kind: 'text', label: 'Quality Certificate', on: ['vendor'] },
  custentity_badge_number: { kind: 'int', label: 'Badge Number', on: ['employee'] },
  custentity_remote_worker: { kind: 'bool', label: 'Remote Worker', on: ['employee'] },
};

const bodyFields: Readonly<Record<string, FieldSource>> = {
  custbody_channel: {
    kind: 'ref:customlist_sales_channel',
    label: 'Sales Channel',
    on: salesRecords,
    mandatory: true,
  },
  custbody_external_order_id: { kind: 'text', label: 'External Order ID', on: salesRecords },
  custbody_delivery_window: {
    kind: 'ref:customlist_delivery_window',
    label: 'Delivery Window',
    on: ['salesorder', 'itemfulfillment'],
  },
  custbody_tags: { kind: 'multi:customlist_order_tag', label: 'Tags', on: salesRecords },
  custbody_is_gift: { kind: 'bool', label: 'Is Gift', on: ['salesorder', 'cashsale', 'invoice'] },
  custbody_gift_message: {
    kind: 'text',
    label: 'Gift Message',
    valueType: 'Text Area',
    on: ['salesorder', 'cashsale', 'invoice'],
  },
  custbody_promised_date: { kind: 'date', label: 'Promised Date', on: ['salesorder', 'purchaseorder'] },
  custbody_approved_by: { kind: 'ref:employee', label: 'Approved By', on: purchaseRecords },
  custbody_approved_at: { kind: 'datetime', label: 'Approved At', on: purchaseRecords },
  custbody_margin_percent: { kind: 'num', label: 'Margin', valueType: 'Percent', on: salesRecords },
  custbody_freight_estimate: { kind: 'num', label: 'Freight Estimate', valueType: 'Currency' },
  custbody_milestone: {
    kind: 'ref:customrecord_project_milestone',
    label: 'Project Milestone',
    on: ['salesorder', 'invoice'],
  },
  custbody_synced_at: {
    kind: 'datetime',
    label: 'Synced At',
    description: 'When the <i>warehouse</i> took the document.<br>Empty: not yet.',
  },
  cseg_market: { kind: 'ref:customrecord_cseg_market', label: 'Market', valueType: 'List/Record' },
};

const columnFields: Readonly<Record<string, FieldSource>> = {
  custcol_color: { kind: 'ref:customlist_color', label: 'Color', on: salesRecords },
  custcol_engraving: { kind: 'text', label: 'Engraving', on: salesRecords },
  custcol_promised_date: { kind: 'date', label: 'Promised Date' },
  custcol_warranty_months: { kind: 'int', label: 'Warranty (Months)', on: salesRecords },
  custcol_backorder_ok: { kind: 'bool', label: 'Backorder OK', on: salesRecords },
  custcol_source_vendor: { kind: 'ref:vendor', label: 'Source Vendor', on: ['salesorder', 'purchaseorder'] },
  custcol_line_margin: { kind: 'num', label: 'Line Margin', valueType: 'Percent', on: salesRecords },
};

const itemFields: Readonly<Record<string, FieldSource>> = {
  custitem_color: { kind: 'ref:customlist_color', label: 'Color' },
  custitem_material: { kind: 'text', label: 'Material' },
  custitem_care_labels: { kind: 'multi:customlist_care_label', label: 'Care Labels' },
  custitem_hazardous: { kind: 'bool', label: 'Hazardous Material' },
  custitem_shelf_life_days: { kind: 'int', label: 'Shelf Life (Days)' },
  custitem_launch_date: { kind: 'date', label: 'Launch Date' },
  custitem_last_audit: { kind: 'datetime', label: 'Last Audit' },
  custitem_list_price_eur: { kind: 'num', label: 'List Price (EUR)', valueType: 'Currency' },
  custitem_substitute: { kind: 'ref:item', label: 'Substitute' },
  custitem_origin_country: { kind: 'text', label: 'Country of Origin' },
};

const entityRecords = ['customer', 'vendor', 'employee', 'contact', 'partner'];
const lineRecords = [...salesRecords, ...purchaseRecords];

/** The demo account's custom fields: on entities, transaction bodies, transaction lines and items. */
export const demoCustomFields: readonly CustomField[] = [
  ...fields(
    { fieldType: 'ENTITY', firstInternalId: 301, records: entityRecords, tables: null },
    entityFields,
  ),
  ...fields(
    { fieldType: 'BODY', firstInternalId: 401, records: transactionRecords, tables: ['transaction'] },
    bodyFields,
  ),
  ...fields(
    { fieldType: 'COLUMN', firstInternalId: 501, records: lineRecords, tables: ['transactionline'] },
    columnFields,
  ),
  ...fields({ fieldType: 'ITEM', firstInternalId: 601, records: itemRecords, tables: ['item'] }, itemFields),
];

function fields(group: FieldGroup, sources: Readonly<Record<string, FieldSource>>): readonly CustomField[] {
  return Object.entries(sources).map(([scriptId, source], index) => {
    const records = source.on ?? group.records;
    return {
      scriptId,
      internalId: group.firstInternalId + index,
      label: source.label,
      description: source.description ?? null,
      kind: source.kind,
      valueType: source.valueType ?? fieldValueType(source.kind),
      fieldType: group.fieldType,
      tables: group.tables ?? records,
      records,
      mandatory: source.mandatory ?? false,
    };
  });
}
