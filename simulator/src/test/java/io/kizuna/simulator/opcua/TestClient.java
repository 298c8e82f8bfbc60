package io.kizuna.simulator.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.SignedIdentityToken;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.AnonymousIdentityToken;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** One client application: its certificate, and connections with and without it. */
final class TestClient {
  private static final String URI = "urn:kizuna:simulator:test-client";

  /** What an attacker's client assumes: the server's own list is not asked. */
  private static final UserTokenPolicy ANONYMOUS =
      new UserTokenPolicy("anonymous", UserTokenType.Anonymous, null, null, null);

  private static final UserTokenPolicy USER_NAME =
      new UserTokenPolicy(
          "username", UserTokenType.UserName, null, null, SecurityPolicy.None.getUri());

  /** Sends an anonymous token even if the server did not offer one. */
  static final IdentityProvider FORCED_ANONYMOUS =
      (endpoint, nonce) ->
          new SignedIdentityToken(
              new AnonymousIdentityToken("anonymous"), new SignatureData(null, null));

  final KeyPair keys;
  final X509Certificate certificate;

  TestClient(String name) throws Exception {
    keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    certificate =
        new SelfSignedCertificateBuilder(keys)
            .setCommonName(name)
            .setApplicationUri(URI)
            .addDnsName("localhost")
            .build();
  }

  void seedTrust(Path trusted) throws Exception {
    Files.write(trusted.resolve("client.der"), certificate.getEncoded());
  }

  OpcUaClient connect(String url, IdentityProvider identity) throws Exception {
    OpcUaClient client =
        OpcUaClient.create(
            url,
            endpoints ->
                endpoints.stream()
                    .filter(e -> e.getSecurityMode() == MessageSecurityMode.SignAndEncrypt)
                    .findFirst(),
            t -> {},
            b ->
                b.setApplicationName(LocalizedText.english("test"))
                    .setApplicationUri(URI)
                    .setKeyPair(keys)
                    .setCertificate(certificate)
                    .setCertificateChain(new X509Certificate[] {certificate})
                    .setIdentityProvider(identity)
                    .setRequestTimeout(uint(10_000))
                    // Milo 1.1.2 delivers out of order with more than one under load
                    .setMaxPendingPublishRequests(uint(1)));
    return connected(client);
  }

  OpcUaClient connect(String url) throws Exception {
    return connect(url, new UsernameProvider("mes", "kizuna-demo-link"));
  }

  /** Tries without any security at the endpoint of the secure one. */
  static OpcUaClient connectWithoutSecurity(String url, IdentityProvider identity)
      throws Exception {
    EndpointDescription secure =
        DiscoveryClient.getEndpoints(url).get().stream().findFirst().orElseThrow();
    var none =
        new EndpointDescription(
            url,
            secure.getServer(),
            ByteString.NULL_VALUE,
            MessageSecurityMode.None,
            SecurityPolicy.None.getUri(),
            new UserTokenPolicy[] {ANONYMOUS, USER_NAME},
            secure.getTransportProfileUri(),
            secure.getSecurityLevel());
    var config =
        OpcUaClientConfig.builder()
            .setEndpoint(none)
            .setApplicationUri(URI)
            .setIdentityProvider(identity)
            .setRequestTimeout(uint(5_000))
            .build();
    return connected(OpcUaClient.create(config));
  }

  private static OpcUaClient connected(OpcUaClient client) throws Exception {
    try {
      client.connect();
      return client;
    } catch (Exception e) {
      client.disconnectAsync();
      throw e;
    }
  }

  static NodeId node(OpcUaClient client, String identifier) throws Exception {
    return new NodeId(client.getNamespaceTable().getIndex(EquipmentNamespace.URI), identifier);
  }

  static QualifiedName name(OpcUaClient client, String uri, String name) {
    return new QualifiedName(client.getNamespaceTable().getIndex(uri), name);
  }

  static CallMethodResult call(OpcUaClient client, String device, String method, Variant... args)
      throws Exception {
    var request =
        new CallMethodRequest(
            node(client, device + ".Unit"), node(client, device + "." + method), args);
    CallMethodResult[] results = client.call(List.of(request)).getResults();
    return results[0];
  }
}
