package io.kizuna.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code kizuna.equipment.*}: which devices there are and how to reach them.
 *
 * @param endpoint OPC UA address for devices that name none, {@code opc.tcp://host:port/path}.
 * @param user user name for devices that name none; no user means anonymous.
 * @param passwordFile file whose first line is the password; preferred over {@code password}.
 * @param pki own certificate ({@code own.p12}, {@code own.der}) and {@code trusted}, {@code
 *     issuers}, {@code rejected} certificates.
 * @param insecureAllowed allows SecurityPolicy None where a device's {@code security} asks for it;
 *     for looking only, never for GMP use.
 */
@ConfigurationProperties("kizuna.equipment")
public record EquipmentProperties(
    @DefaultValue List<Device> devices,
    @Nullable String endpoint,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @DefaultValue("data/pki/mes") Path pki,
    @DefaultValue("false") boolean insecureAllowed) {

  /**
   * One device.
   *
   * @param equipmentClass name of its tag map.
   * @param security SecurityPolicy; the floor is Basic256Sha256, always signed and encrypted.
   */
  public record Device(
      String id,
      String equipmentClass,
      @Nullable String endpoint,
      @Nullable String user,
      @Nullable String password,
      @Nullable Path passwordFile,
      @DefaultValue("Basic256Sha256") String security) {}

  /**
   * @throws IllegalArgumentException if neither the device nor the common part names one.
   */
  public String endpointOf(Device device) {
    var own = device.endpoint() == null ? endpoint : device.endpoint();
    if (own == null) throw new IllegalArgumentException("no endpoint for " + device.id());
    return own;
  }

  public @Nullable String userOf(Device device) {
    return device.user() == null ? user : device.user();
  }

  /** Read anew at every attempt, so that a changed secret needs no restart. */
  public String passwordOf(Device device) {
    if (device.passwordFile() != null) return firstLine(device.passwordFile());
    if (device.password() != null) return device.password();
    if (passwordFile != null) return firstLine(passwordFile);
    return password == null ? "" : password;
  }

  private static String firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Never prints a secret. */
  @Override
  public String toString() {
    return "EquipmentProperties[devices=" + devices.stream().map(Device::id).toList() + "]";
  }
}
