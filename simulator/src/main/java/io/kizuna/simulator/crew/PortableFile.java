package io.kizuna.simulator.crew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the portable record of a released batch goes.
 *
 * @param several whether more than one batch writes one, so that each needs a name of its own.
 */
record PortableFile(Path file, boolean several) {

  Path of(String number) {
    if (!several) return file;
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String own =
        dot < 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    return file.resolveSibling(own);
  }

  /**
   * Downloads it with the session of {@code quality}.
   *
   * @return the file and its size.
   */
  String write(MesSession quality, String batch, String number) {
    Path target = of(number).toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      Mes.portable(quality, batch, target);
      return target + ", " + Files.size(target) + " bytes";
    } catch (IOException e) {
      throw new Stuck(target + " cannot be written: " + e.getMessage());
    }
  }
}
