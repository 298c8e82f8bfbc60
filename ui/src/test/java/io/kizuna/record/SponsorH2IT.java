package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnDatabase.H2.class)
class SponsorH2IT extends SponsorContract {}
