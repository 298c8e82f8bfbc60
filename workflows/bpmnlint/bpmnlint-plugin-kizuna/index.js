/** House rules for the diagrams of recipe packages (docs/recipe-package.md, section BPMN). */
module.exports = {
  configs: {
    all: { rules: { 'id-scheme': 'error', 'error-path': 'error' } },
  },
};
