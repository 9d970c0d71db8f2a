/** The part of bpmn-moddle that we use; its published types cover the elements, not the reader. */
declare module 'bpmn-moddle' {
  export interface Warning {
    readonly message: string
    /** Set where a reference could not be resolved, for example `bpmn:sourceRef`. */
    readonly property?: string
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>)
    fromXML(xml: string): Promise<{ rootElement: { readonly $type: string }; warnings: readonly Warning[] }>
  }
}
