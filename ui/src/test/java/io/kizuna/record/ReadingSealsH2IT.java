package io.kizuna.record;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnDatabase.H2.class)
class ReadingSealsH2IT extends ReadingSealsContract {}
