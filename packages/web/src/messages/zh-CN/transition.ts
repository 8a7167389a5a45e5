/** What a change of a policy means for a draft or case under way, as its firm reads it. */
export const transition = {
  own: { draft: '您的草稿', case: '您的申报' },
  comingTitle: (day: string) => `这项政策自 ${day}起有新规定`,
  doneTitle: (day: string) => `这项政策自 ${day}起施行新规定`,
  coming: {
    keep: (own: string) => `${own}不受影响，仍按原来的规定办理。`,
    move: (own: string) => `到那一天，${own}会转按新规定，您填写的内容都会保留。`,
    better: (own: string) => `到那一天，${own}会按新旧规定各算一次，取对您有利的一种。`,
  },
  done: {
    kept: {
      keep: (own: string) => `${own}不受影响，仍按原来的规定办理。`,
      move: (own: string) => `${own}仍按原来的规定办理。`,
      better: (own: string) => `${own}按新旧规定各算了一次，原来的规定对您更有利，仍按原来的规定办理。`,
    },
    moved: {
      keep: (own: string) => `${own}已转按新规定，您填写的内容都在。`,
      move: (own: string) => `${own}已转按新规定，您填写的内容都在。`,
      better: (own: string) => `${own}按新旧规定各算了一次，新规定对您不差，已转按新规定。`,
    },
    failed: {
      keep: (own: string) => `${own}仍按原来的规定办理。`,
      move: (own: string) => `${own}没能转按新规定，暂按原来的规定，由工作人员处理。`,
      better: (own: string) => `${own}仍按原来的规定办理。`,
    },
  },
  because: (reason: string) => `理由：${reason}`,
  seeNotice: '看公布的新规定',
};
