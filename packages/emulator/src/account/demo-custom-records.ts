import type { CustomRecordType, CustomSegment } from './definition.js';

/** The demo account's custom record types. */
export const demoCustomRecordTypes: readonly CustomRecordType[] = [
  {
    scriptId: 'customrecord_project_milestone',
    internalId: 101,
    label: 'Project Milestone',
    description: 'A dated step of a customer project, billed when it is done.',
    columns: {
      custrecord_milestone_customer: { kind: 'ref:customer', label: 'Customer' },
      custrecord_milestone_order: { kind: 'ref:transaction', label: 'Sales Order' },
      custrecord_milestone_owner: { kind: 'ref:employee', label: 'Responsible' },
      custrecord_milestone_status: { kind: 'ref:customlist_milestone_status', label: 'Status' },
      custrecord_milestone_due: { kind: 'date', label: 'Due Date' },
      custrecord_milestone_completed: { kind: 'datetime', label: 'Completed At' },
      custrecord_milestone_amount: { kind: 'num', label: 'Amount to Bill' },
      custrecord_milestone_billable: { kind: 'bool', label: 'Billable' },
      custrecord_milestone_notes: { kind: 'text', label: 'Notes' },
    },
  },
  {
    scriptId: 'customrecord_warranty_claim',
    internalId: 102,
    label: 'Warranty Claim',
    description: null,
    columns: {
      custrecord_claim_customer: { kind: 'ref:customer', label: 'Customer' },
      custrecord_claim_item: { kind: 'ref:item', label: 'Item' },
      custrecord_claim_invoice: { kind: 'ref:transaction', label: 'Invoice' },
      custrecord_claim_severity: { kind: 'ref:customlist_warranty_severity', label: 'Severity' },
      custrecord_claim_opened: { kind: 'date', label: 'Opened' },
      custrecord_claim_cost: { kind: 'num', label: 'Estimated Cost' },
      custrecord_claim_resolved: { kind: 'bool', label: 'Resolved?' },
      custrecord_claim_description: { kind: 'text', label: 'What Happened' },
    },
  },
  {
    scriptId: 'customrecord_vendor_rating',
    internalId: 103,
    label: 'Vendor Rating',
    description: 'Quarterly score of a vendor. <b>Confidential.</b>',
    columns: {
      custrecord_rating_vendor: { kind: 'ref:vendor', label: 'Vendor' },
      custrecord_rating_period: { kind: 'ref:accountingperiod', label: 'Period' },
      custrecord_rating_score: { kind: 'int', label: 'Score (1-100)' },
      custrecord_rating_on_time: { kind: 'num', label: 'On-Time Delivery (%)' },
      custrecord_rating_reviewer: { kind: 'ref:employee', label: 'Reviewer' },
    },
  },
  {
    scriptId: 'customrecord_sdr_perf_rev',
    internalId: 104,
    label: 'SDR Performance Review',
    description: null,
    columns: {
      custrecord_sdr_perf_subordinate: { kind: 'ref:employee', label: 'Subordinate' },
      custrecord_sdr_perf_reviewer: { kind: 'ref:employee', label: 'Reviewer' },
      custrecord_sdr_perf_review_type: {
        kind: 'ref:customlist_sdr_perf_rev_review_type',
        label: 'Review Type',
      },
      custrecord_sdr_perf_appr_status: {
        kind: 'ref:customlist_sdr_perf_rev_appr_status',
        label: 'Approval Status',
      },
      custrecord_sdr_perf_rev_date: { kind: 'date', label: 'Review Date' },
      custrecord_sdr_perf_sal_incr_pct: { kind: 'num', label: 'Salary Increase (%)' },
    },
  },
  {
    scriptId: 'customrecord_sdr_furn_req',
    internalId: 105,
    label: 'SDR Furniture Request',
    description: null,
    columns: {
      custrecord_sdr_furn_req_employee: { kind: 'ref:employee', label: 'Employee' },
      custrecord_sdr_furn_req_location: { kind: 'ref:location', label: 'Location' },
      custrecord_sdr_furn_req_status: { kind: 'ref:customlist_sdr_furn_req_appr_status', label: 'Status' },
      custrecord_sdr_furn_req_colors: { kind: 'multi:customlist_color', label: 'Acceptable Colors' },
      custrecord_sdr_furn_req_budget: { kind: 'num', label: 'Budget' },
    },
  },
  {
    // No script id was set when these two were made, as in many an account.
    scriptId: 'customrecord46',
    internalId: 46,
    label: 'Integration Log',
    description: null,
    columns: {
      custrecord107: { kind: 'datetime', label: 'Logged At' },
      custrecord108: { kind: 'text', label: 'Message' },
      custrecord109: { kind: 'int', label: 'HTTP Status' },
      custrecord110: { kind: 'ref:transaction', label: 'Transaction' },
    },
  },
  {
    scriptId: 'customrecord49',
    internalId: 49,
    label: 'Loyalty Program',
    description: null,
    columns: {
      custrecord121: { kind: 'num', label: 'Points per Unit of Currency' },
      custrecord122: { kind: 'date', label: 'Valid Until' },
      custrecord123: { kind: 'bool', label: 'Open to New Members' },
    },
  },
  {
    scriptId: 'customrecord_cseg_market',
    internalId: 106,
    label: 'Market',
    description: 'Values of the custom segment Market.',
    columns: {},
  },
];

/** The demo account's custom segments. */
export const demoCustomSegments: readonly CustomSegment[] = [
  {
    scriptId: 'cseg_market',
    internalId: 1,
    label: 'Market',
    recordType: 'customrecord_cseg_market',
    glImpact: false,
  },
];
