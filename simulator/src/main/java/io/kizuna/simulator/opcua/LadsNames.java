package io.kizuna.simulator.opcua;

import java.util.Set;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;

/** Browse names with the namespace the standard gives them. */
final class LadsNames {
  static final String DI_URI = "http://opcfoundation.org/UA/DI/";
  static final String MACHINERY_URI = "http://opcfoundation.org/UA/Machinery/";
  static final String LADS_URI = "http://opcfoundation.org/UA/LADS/";

  private static final Set<String> LADS_WORDS =
      Set.of(
          "FunctionalUnitSet",
          "FunctionalUnitState",
          "FunctionSet",
          "ProgramManager",
          "ProgramTemplateSet",
          "ActiveProgram",
          "ResultSet",
          "SensorValue",
          "CurrentValue",
          "TargetValue",
          "CurrentProgramTemplate",
          "CurrentStepName",
          "CurrentStepNumber",
          "CurrentRuntime",
          "EstimatedRuntime",
          "DeviceProgramRunId");

  private final int di;
  private final int lads;
  private final int own;

  LadsNames(int di, int lads, int own) {
    this.di = di;
    this.lads = lads;
    this.own = own;
  }

  QualifiedName di(String name) {
    return new QualifiedName(di, name);
  }

  QualifiedName lads(String name) {
    return new QualifiedName(lads, name);
  }

  QualifiedName own(String name) {
    return new QualifiedName(own, name);
  }

  /** LADS's word if it is one, otherwise a name of ours (functions, extra variables). */
  QualifiedName in(String word) {
    return LADS_WORDS.contains(word) ? lads(word) : own(word);
  }
}
