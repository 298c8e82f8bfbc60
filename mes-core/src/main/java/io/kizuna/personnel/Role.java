package io.kizuna.personnel;

/** What a person may do in the system; a person can hold several unless duties must be separate. */
public enum Role {
  OPERATOR,
  LOGISTICS,
  QC_ANALYST,
  SUPERVISOR,
  QA,
  PROCESS_ENGINEER,
  EQUIPMENT_ENGINEER,
  PLANNER,
  ADMINISTRATOR,
  CLIENT_READER
}
