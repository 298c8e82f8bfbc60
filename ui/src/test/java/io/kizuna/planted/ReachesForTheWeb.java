package io.kizuna.planted;

import org.springframework.web.bind.annotation.RestController;

/** Does what no class of the core may do; {@code ArchitectureTest} must find it. */
@RestController
class ReachesForTheWeb {}
