package io.kizuna.web.session;

import java.time.Instant;

/** The plant's clock, so that pages count on from it. */
public record PlantClock(Instant now, double speed) {}
