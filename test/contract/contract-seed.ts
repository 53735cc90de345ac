/** 23 customers: five pages of five. */
export const contractSeed = {
  tables: {
    subsidiary: [{ id: 1, name: 'Parent Company' }],
    customer: Array.from({ length: 23 }, (_, index) => ({
      id: index + 1,
      companyname: `O'Neill & Söhne ${index + 1}`,
      isinactive: index % 4 === 0,
    })),
  },
};

export const customerIds = contractSeed.tables.customer.map(({ id }) => String(id));
