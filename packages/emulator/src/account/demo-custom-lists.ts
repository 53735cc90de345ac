import type { CustomList } from './definition.js';

/** The demo account's custom lists. */
export const demoCustomLists: readonly CustomList[] = [
  list(201, 'customlist_region', 'Sales Region', [
    'North America',
    'EMEA',
    'Latin America',
    'Asia Pacific',
    'Middle East',
  ]),
  list(202, 'customlist_customer_tier', 'Customer Tier', ['Platinum', 'Gold', 'Silver', 'Bronze']),
  list(203, 'customlist_interest', 'Interests', [
    'Espresso',
    'Filter Coffee',
    'Tea',
    'Equipment',
    'Training',
    'Café Design',
  ]),
  list(204, 'customlist_sales_channel', 'Sales Channel', [
    'Web Shop',
    'Inside Sales',
    'Field Sales',
    'EDI',
    'Marketplace',
  ]),
  list(205, 'customlist_delivery_window', 'Delivery Window', [
    'Morning (8-12)',
    'Afternoon (12-17)',
    'Evening',
    'Any Time',
  ]),
  list(206, 'customlist_order_tag', 'Order Tags', [
    'Rush',
    'Sample',
    'Warranty',
    'Trade Show',
    'First Order',
  ]),
  list(207, 'customlist_color', 'Color', ['Black', 'White', 'Brushed Steel', 'Red', 'Racing Green', 'Crème']),
  list(208, 'customlist_care_label', 'Care Labels', [
    'Dishwasher Safe',
    'Hand Wash Only',
    'Food Safe',
    'Keep Dry',
  ]),
  list(209, 'customlist_milestone_status', 'Milestone Status', ['Planned', 'In Progress', 'Blocked', 'Done']),
  list(210, 'customlist_warranty_severity', 'Warranty Severity', ['Cosmetic', 'Minor', 'Major', 'Safety']),
  list(211, 'customlist_sdr_perf_rev_review_type', 'SDR Performance Review Type', [
    'Mid-Year',
    'Annual',
    'Probation',
  ]),
  list(212, 'customlist_sdr_perf_rev_appr_status', 'SDR Performance Review Approval Status', [
    'Pending Approval',
    'Approved',
    'Rejected',
  ]),
  list(213, 'customlist_sdr_furn_req_appr_status', 'SDR Furniture Request Approval Status', [
    'Open',
    'Approved',
    'Rejected',
    'Ordered',
  ]),
];

function list(internalId: number, scriptId: string, label: string, names: readonly string[]): CustomList {
  return { scriptId, internalId, label, values: names.map((name, index) => ({ id: index + 1, name })) };
}
