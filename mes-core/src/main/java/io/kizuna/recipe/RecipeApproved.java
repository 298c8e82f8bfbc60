package io.kizuna.recipe;

import java.util.UUID;

/** A recipe version became effective; published inside the approving transaction. */
public record RecipeApproved(UUID recipe, String product, String version) {}
