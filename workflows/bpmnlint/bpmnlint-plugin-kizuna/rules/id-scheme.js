/**
 * Ids are `<kind>_<verb>_<noun>`: they stand in signed records and never change once released.
 */
const EVENT_KINDS = {
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:MessageEventDefinition': 'msg',
  'bpmn:ConditionalEventDefinition': 'cond',
  'bpmn:ErrorEventDefinition': 'err',
};

const KINDS = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'service',
  'bpmn:ExclusiveGateway': 'gw',
  'bpmn:ParallelGateway': 'gw',
  'bpmn:EventBasedGateway': 'gw',
  'bpmn:CallActivity': 'call',
  'bpmn:SubProcess': 'sub',
  'bpmn:SequenceFlow': 'flow',
};

const NAME = /^[a-z]+(_[a-z0-9]+)+$/;
const PROCESS = /^(up|proc)(-[a-z0-9]+)+$/;

function kindOf(node) {
  if (node.$type === 'bpmn:IntermediateCatchEvent' || node.$type === 'bpmn:BoundaryEvent') {
    const [definition] = node.eventDefinitions ?? [];
    return EVENT_KINDS[definition?.$type];
  }
  return KINDS[node.$type];
}

module.exports = () => ({
  check(node, reporter) {
    if (node.$type === 'bpmn:Process') {
      if (!PROCESS.test(node.id)) {
        reporter.report(node.id, 'A process id is up-<name> or proc-<name>');
      }
      return;
    }
    if (!node.$instanceOf('bpmn:FlowElement')) return;
    const kind = kindOf(node);
    if (!kind) {
      reporter.report(node.id, `${node.$type} is not used in recipes`);
    } else if (!NAME.test(node.id) || !node.id.startsWith(`${kind}_`)) {
      reporter.report(node.id, `Id must be ${kind}_<verb>_<noun> in small letters`);
    }
  },
});
