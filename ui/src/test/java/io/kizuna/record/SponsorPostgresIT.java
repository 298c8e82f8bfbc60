package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnDatabase.PostgreSql.class)
class SponsorPostgresIT extends SponsorContract {}
