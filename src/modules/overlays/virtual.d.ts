declare module 'virtual:packs' {
  const packs: import('../../schema').Pack[];
  export default packs;
}
declare module 'virtual:practice' {
  const practice: Record<string, import('../../schema').PracticePage[]>;
  export default practice;
}
declare module 'virtual:persons' {
  const persons: Record<string, import('../../schema').Person[]>;
  export default persons;
}
declare module 'virtual:pack/*' {
  const pack: import('../../schema').Pack;
  export default pack;
}
declare module 'virtual:deferred' {
  const overlays: Record<string, import('../../schema').DeferredOverlays>;
  export default overlays;
}
declare module 'virtual:terms' {
  const terms: Record<string, import('../../schema').Term[]>;
  export default terms;
}
declare module 'virtual:services' {
  const services: import('../../schema').Services;
  export default services;
}
