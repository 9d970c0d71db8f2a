/** Attributes which Torhaus adds to BPMN, in the form bpmn-moddle (and bpmn-js in the designer) takes. */
export const torhausNamespace = 'urn:torhaus:process:1'

const text = (name: string) => ({ name, isAttr: true, type: 'String' })
const flag = (name: string) => ({ name, isAttr: true, type: 'Boolean' })

export const torhausExtension = {
  name: 'Torhaus',
  uri: torhausNamespace,
  prefix: 'torhaus',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Responsibility',
      extends: ['bpmn:Lane', 'bpmn:UserTask', 'bpmn:ManualTask'],
      properties: [text('role')],
    },
    {
      name: 'Deadline',
      extends: ['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:TimerEventDefinition'],
      properties: [text('due'), text('workingDays'), flag('endsOnWorkingDay')],
    },
    {
      name: 'Work',
      extends: ['bpmn:UserTask', 'bpmn:ManualTask'],
      properties: [text('outcomes'), text('decides'), text('notBy')],
    },
    { name: 'Effect', extends: ['bpmn:ServiceTask', 'bpmn:SendTask'], properties: [text('effect')] },
    {
      name: 'Message',
      extends: ['bpmn:ReceiveTask', 'bpmn:MessageEventDefinition'],
      properties: [text('message')],
    },
    {
      name: 'Waiting',
      extends: ['bpmn:ReceiveTask', 'bpmn:IntermediateCatchEvent'],
      properties: [flag('pausesClock')],
    },
  ],
}
