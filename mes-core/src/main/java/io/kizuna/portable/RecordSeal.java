package io.kizuna.portable;

/**
 * Outbound port: the key this installation seals portable records with. It is kept outside the
 * database, so that whoever can change the database cannot seal what he made of it.
 */
public interface RecordSeal {

  /**
   * Signs a text.
   *
   * @param text ends with a line break.
   * @return the C2SP signed note: the text, an empty line, one line with the signature.
   * @throws io.kizuna.kernel.MesException SEAL_UNAVAILABLE if the installation has no key.
   */
  String seal(String text);

  /**
   * The public key as it travels: {@code <key name>+<key id>+<base64 of 0x01 and the key>}.
   *
   * @throws io.kizuna.kernel.MesException SEAL_UNAVAILABLE if the installation has no key.
   */
  String publicKey();
}
