package io.kizuna.workflows.engine;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.RecipeApproved;
import io.kizuna.recipe.RecipeLibrary;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deploys the routes of a recipe version once; the deployment is named like the version, so that a
 * batch always runs on exactly the files that were approved.
 */
@Component
class RecipeDeployments {

  private final RepositoryService repository;
  private final RecipeLibrary library;

  RecipeDeployments(RepositoryService repository, RecipeLibrary library) {
    this.repository = repository;
    this.library = library;
  }

  /** Inside the approving transaction: what the engine refuses is not approved either. */
  @EventListener
  void on(RecipeApproved event) {
    procedure(event.recipe());
  }

  /**
   * The engine's id of the procedure of a version; deploys the version if it is not yet.
   *
   * @throws MesException RECIPE_UNKNOWN.
   */
  String procedure(UUID recipe) {
    Deployment deployment =
        repository
            .createDeploymentQuery()
            .deploymentName(recipe.toString())
            .orderByDeploymentTime()
            .asc()
            .list()
            .stream()
            .findFirst()
            .orElseGet(() -> deploy(recipe));
    String key = library.recipe(recipe).procedure();
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deployment.getId())
            .processDefinitionKey(key)
            .singleResult();
    if (definition == null) {
      throw new MesException(ErrorCode.RECIPE_INVALID, "the version has no procedure " + key);
    }
    return definition.getId();
  }

  private Deployment deploy(UUID recipe) {
    var files = repository.createDeployment().name(recipe.toString());
    for (var diagram : library.diagrams(recipe)) {
      files.addString(diagram.processId() + ".bpmn", diagram.bpmnXml());
    }
    return files.deploy();
  }
}
