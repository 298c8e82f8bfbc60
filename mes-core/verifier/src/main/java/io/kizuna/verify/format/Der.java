package io.kizuna.verify.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of an ASN.1 text in DER or in BER of definite length.
 *
 * @param bytes all of it, tag and length included.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Der(int tag, byte[] content, byte[] bytes) {

  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /**
   * @throws IllegalArgumentException if it is not one element.
   */
  static Der parse(byte[] bytes) {
    var all = all(bytes);
    if (all.size() != 1) throw new IllegalArgumentException("not one DER element");
    return all.get(0);
  }

  /** The elements inside. */
  List<Der> parts() {
    return all(content);
  }

  /** The element at this place inside. */
  Der part(int index) {
    var parts = parts();
    if (index >= parts.size()) throw new IllegalArgumentException("a DER element is missing");
    return parts.get(index);
  }

  /** The same content under another tag, as signed attributes are signed. */
  byte[] retagged(int newTag) {
    byte[] copy = bytes.clone();
    copy[0] = (byte) newTag;
    return copy;
  }

  String oid() {
    if (tag != OID || content.length == 0) throw new IllegalArgumentException("not an OID");
    var out = new StringBuilder();
    long value = 0;
    boolean first = true;
    for (byte b : content) {
      value = value << 7 | (b & 0x7f);
      if ((b & 0x80) != 0) continue;
      if (first) {
        long top = Math.min(value / 40, 2);
        out.append(top).append('.').append(value - top * 40);
        first = false;
      } else {
        out.append('.').append(value);
      }
      value = 0;
    }
    return out.toString();
  }

  BigInteger integer() {
    return new BigInteger(content);
  }

  String ascii() {
    return new String(content, StandardCharsets.US_ASCII);
  }

  private static List<Der> all(byte[] bytes) {
    var parts = new ArrayList<Der>();
    int at = 0;
    while (at < bytes.length) {
      if (at + 2 > bytes.length) throw new IllegalArgumentException("DER ends too early");
      int tag = bytes[at] & 0xff;
      int length = bytes[at + 1] & 0xff;
      int head = 2;
      if (length > 0x80 && length <= 0x84) {
        head += length & 0x7f;
        if (at + head > bytes.length) throw new IllegalArgumentException("DER ends too early");
        length = new BigInteger(1, Arrays.copyOfRange(bytes, at + 2, at + head)).intValue();
      } else if (length >= 0x80) {
        throw new IllegalArgumentException("BER of indefinite length");
      }
      if (length < 0 || length > bytes.length - at - head) {
        throw new IllegalArgumentException("DER ends too early");
      }
      int end = at + head + length;
      parts.add(
          new Der(
              tag, Arrays.copyOfRange(bytes, at + head, end), Arrays.copyOfRange(bytes, at, end)));
      at = end;
    }
    return parts;
  }
}
