package io.kizuna.equipment;

/** The connection of a device entered another state; published inside the transaction. */
public record ConnectionChanged(Connection before, Connection after) {}
