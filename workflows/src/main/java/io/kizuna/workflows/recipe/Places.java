package io.kizuna.workflows.recipe;

import io.kizuna.workflows.recipe.Faults.Place;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where each part of the model was read from; by identity, because equal parts occur twice. */
final class Places {

  private final Map<Object, Place> places = new IdentityHashMap<>();

  <T> T put(T part, Place place) {
    places.put(part, place);
    return part;
  }

  Place of(Object part) {
    return places.getOrDefault(part, new Place("recipe.yaml", 1));
  }
}
