package io.kizuna.personnel;

import io.kizuna.kernel.PersonId;

/** What somebody may do has changed; sessions and streams that rest on it end (R42). */
public record RightsChanged(PersonId person) {}
