package io.kizuna.recipe.internal;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeJson;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class RecipeLibraryService implements RecipeLibrary {

  private final RecipeRows rows;

  RecipeLibraryService(RecipeRows rows) {
    this.rows = rows;
  }

  @Override
  public List<RecipeVersion> versions() {
    return rows.all();
  }

  @Override
  public Optional<RecipeVersion> effective(String product) {
    return rows.effective(product);
  }

  @Override
  public RecipeVersion version(UUID id) {
    return rows.find(id).orElseThrow(() -> unknown(id));
  }

  @Override
  public MasterBatchRecord recipe(UUID id) {
    return RecipeJson.read(rows.model(id).orElseThrow(() -> unknown(id)));
  }

  @Override
  public List<Diagram> diagrams(UUID id) {
    version(id);
    return rows.diagrams(id);
  }

  @Override
  public byte[] packageZip(UUID id) {
    return rows.zip(id).orElseThrow(() -> unknown(id));
  }

  static MesException unknown(UUID id) {
    return new MesException(
        ErrorCode.RECIPE_UNKNOWN, "there is no such recipe version", id.toString(), null, null);
  }
}
