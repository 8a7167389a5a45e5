/** A gazelle by route two of the ladder of 2020: exactly 100 million, exactly 15 % a year over two years. */
export const gazelleOnTheLine = {
  registeredOn: '2015-05-01',
  independentLegalPerson: true,
  registeredInZone: true,
  taxInZone: true,
  strategicIndustry: 'new-materials',
  ownCoreIp: true,
  revenue: { '2019': '100000000', '2020': '115000000', '2021': '132250000' },
  operatingProfit: { '2021': '1' },
};

/** Days on which the ladder of 2020 is in force. */
export const dates2022 = { decision: '2022-05-01' };
