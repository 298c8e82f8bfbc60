package io.kizuna.adapters.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kizuna.adapters.EquipmentProperties;
import io.kizuna.equipment.Connection.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.jspecify.annotations.Nullable;

/** Makes one connected client for one device, or says why not. */
final class OpcUaConnector {

  private static final int CONNECT_MS_MAX = 5_000;
  private static final int REQUEST_MS_MAX = 10_000;
  private static final int SESSION_MS = 120_000;

  /** Two missed keep-alives make a dead cable known in about 9 s (opcua.md 3.1 C, halved). */
  private static final int KEEP_ALIVE_MS = 3_000;

  private final EquipmentProperties properties;
  private final OpcUaPki pki;

  /** A client with a session, and what the server showed. */
  record Connected(OpcUaClient client, @Nullable Certificate certificate) {}

  OpcUaConnector(EquipmentProperties properties, OpcUaPki pki) {
    this.properties = properties;
    this.pki = pki;
  }

  Connected connect(EquipmentProperties.Device device) throws LinkFailure {
    var url = properties.endpointOf(device);
    var endpoint = select(device, endpoints(url), url);
    var certificate = certificate(endpoint);
    if (certificate != null) {
      pki.check(certificate, endpoint.getServer().getApplicationUri());
    }
    var shown = certificate == null ? null : OpcUaPki.shown(certificate);
    OpcUaClient client = null;
    try {
      client =
          OpcUaClient.create(
              config(device, endpoint),
              transport ->
                  transport
                      .setConnectTimeout(uint(CONNECT_MS_MAX))
                      .setAcknowledgeTimeout(uint(CONNECT_MS_MAX)));
      client.connectAsync().get(2L * REQUEST_MS_MAX, TimeUnit.MILLISECONDS);
      return new Connected(client, shown);
    } catch (UaException | ExecutionException | TimeoutException e) {
      if (client != null) client.disconnectAsync(); // a failed client would go on trying
      throw LinkFailure.down(e, shown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LinkFailure.down(e, shown);
    }
  }

  /** Some servers answer only on their discovery address, as the standard suggests. */
  private static List<EndpointDescription> endpoints(String url) throws LinkFailure {
    try {
      return ask(url);
    } catch (LinkFailure e) {
      try {
        return ask(url.endsWith("/") ? url + "discovery" : url + "/discovery");
      } catch (LinkFailure second) {
        throw e;
      }
    }
  }

  private static List<EndpointDescription> ask(String url) throws LinkFailure {
    try {
      return DiscoveryClient.getEndpoints(
              url,
              transport ->
                  transport
                      .setConnectTimeout(uint(CONNECT_MS_MAX))
                      .setAcknowledgeTimeout(uint(CONNECT_MS_MAX)))
          .get(REQUEST_MS_MAX, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw LinkFailure.down(e, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LinkFailure.down(e, null);
    }
  }

  /** Never falls back to less security than configured. */
  private EndpointDescription select(
      EquipmentProperties.Device device, List<EndpointDescription> offered, String url)
      throws LinkFailure {
    var policy = SecurityPolicy.valueOf(device.security());
    boolean none = policy == SecurityPolicy.None;
    if (none && !properties.insecureAllowed()) {
      throw LinkFailure.down("SecurityPolicy None is refused unless insecure-allowed is set", null);
    }
    var mode = none ? MessageSecurityMode.None : MessageSecurityMode.SignAndEncrypt;
    return offered.stream()
        .filter(e -> policy.getUri().equals(e.getSecurityPolicyUri()))
        .filter(e -> e.getSecurityMode() == mode)
        .filter(e -> !String.valueOf(e.getEndpointUrl()).endsWith("/discovery"))
        .findFirst()
        // the host the operator configured, not the one the server believes to have
        .map(e -> EndpointUtil.updateUrl(e, EndpointUtil.getHost(url), EndpointUtil.getPort(url)))
        .orElseThrow(
            () -> LinkFailure.down("the device does not offer " + policy + " with " + mode, null));
  }

  private static @Nullable X509Certificate certificate(EndpointDescription endpoint)
      throws LinkFailure {
    if (SecurityPolicy.None.getUri().equals(endpoint.getSecurityPolicyUri())) return null;
    try {
      var bytes = endpoint.getServerCertificate().bytes();
      if (bytes == null) throw LinkFailure.down("the device shows no certificate", null);
      return CertificateUtil.decodeCertificates(bytes).get(0);
    } catch (UaException e) {
      throw LinkFailure.down(e, null);
    }
  }

  private OpcUaClientConfig config(
      EquipmentProperties.Device device, EndpointDescription endpoint) {
    var user = properties.userOf(device);
    var config =
        OpcUaClientConfig.builder()
            .setApplicationName(LocalizedText.english("Kizuna MES"))
            .setProductUri(OpcUaPki.APPLICATION_URI)
            .setSessionName(() -> "kizuna-mes:" + device.id())
            .setEndpoint(endpoint)
            .setIdentityProvider(
                user == null
                    ? new AnonymousProvider()
                    : new UsernameProvider(user, properties.passwordOf(device)))
            .setRequestTimeout(uint(REQUEST_MS_MAX))
            .setSessionTimeout(uint(SESSION_MS))
            .setKeepAliveInterval(uint(KEEP_ALIVE_MS))
            .setKeepAliveTimeout(uint(KEEP_ALIVE_MS))
            .setKeepAliveFailuresAllowed(uint(1))
            // more than one lets responses overtake each other: Milo then doubles values
            .setMaxPendingPublishRequests(uint(1));
    pki.configure(config);
    return config.build();
  }
}
