/**
 * A command to equipment can fail for good: each has an error boundary event, so that the batch is
 * held and somebody decides.
 */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:ServiceTask') return;
    if (node.get('camunda:delegateExpression') !== '${equipmentCommand}') return;
    const caught = node.$parent.flowElements.some(
      (e) =>
        e.$type === 'bpmn:BoundaryEvent' &&
        e.attachedToRef === node &&
        e.eventDefinitions?.some((d) => d.$type === 'bpmn:ErrorEventDefinition'),
    );
    if (!caught) reporter.report(node.id, 'A command needs an error boundary event');
  },
});
