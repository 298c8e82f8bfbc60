package io.kizuna.simulator.opcua;

import static org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS;
import static org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.plant.SampleListener;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** The OPC UA server of the suite. */
public final class EquipmentServer implements AutoCloseable {
  public static final String APPLICATION_URI = "urn:kizuna:simulator";
  public static final String PATH = "/kizuna-sim";

  private final Pki pki;
  private final OpcUaServer server;
  private final EquipmentNamespace equipment;
  private final DiNamespace di;
  private boolean started;
  private final ScheduledExecutorService trustReader =
      Executors.newSingleThreadScheduledExecutor(
          r -> {
            Thread thread = new Thread(r, "trust");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How to serve.
   *
   * @param insecure also offers SecurityPolicy None with anonymous users, for looking only.
   */
  public record Options(
      String bindAddress, int port, String user, String password, boolean insecure) {}

  public EquipmentServer(Options options, Pki pki, Simulation simulation) {
    this.pki = pki;
    if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
    server =
        new OpcUaServer(
            config(options),
            profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
    di = new DiNamespace(server);
    server.getNamespaceTable().add(LadsNames.MACHINERY_URI);
    server.getNamespaceTable().add(LadsNames.LADS_URI);
    equipment = new EquipmentNamespace(server, simulation);
  }

  private OpcUaServerConfig config(Options o) {
    RsaSha256CertificateFactory own =
        new RsaSha256CertificateFactory() {
          @Override
          protected KeyPair createRsaSha256KeyPair() {
            return pki.keyPair;
          }

          @Override
          protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keyPair) {
            return pki.chain;
          }
        };
    var validator = new DefaultServerCertificateValidator(pki.trustList, pki.quarantine);
    DefaultApplicationGroup group;
    try {
      group =
          DefaultApplicationGroup.createAndInitialize(
              pki.trustList, new MemoryCertificateStore(), own, validator);
    } catch (Exception e) { // declared as wide by Milo
      throw new IllegalStateException("certificate group", e);
    }
    return OpcUaServerConfig.builder()
        .setApplicationUri(APPLICATION_URI)
        .setApplicationName(LocalizedText.english("Kizuna simulator"))
        .setProductUri(APPLICATION_URI)
        .setEndpoints(endpoints(o))
        .setCertificateManager(new DefaultCertificateManager(pki.quarantine, group))
        .setIdentityValidator(identities(o))
        .build();
  }

  private Set<EndpointConfig> endpoints(Options o) {
    Set<EndpointConfig> endpoints = new LinkedHashSet<>();
    var secure =
        endpoint(o, PATH)
            .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
            .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
            .addTokenPolicies(USER_TOKEN_POLICY_USERNAME);
    endpoints.add(secure.build());
    // A client asks for the endpoints before it can be secure; no session is possible here.
    endpoints.add(unsecured(o, PATH + "/discovery").build());
    if (o.insecure()) {
      endpoints.add(
          unsecured(o, PATH)
              .addTokenPolicies(USER_TOKEN_POLICY_ANONYMOUS, USER_TOKEN_POLICY_USERNAME)
              .build());
    }
    return endpoints;
  }

  private EndpointConfig.Builder unsecured(Options o, String path) {
    return endpoint(o, path)
        .setSecurityPolicy(SecurityPolicy.None)
        .setSecurityMode(MessageSecurityMode.None);
  }

  private EndpointConfig.Builder endpoint(Options o, String path) {
    return EndpointConfig.newBuilder()
        .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
        .setBindAddress(o.bindAddress())
        .setBindPort(o.port())
        .setHostname("localhost")
        .setPath(path)
        .setCertificate(pki.chain[0]);
  }

  private static IdentityValidator identities(Options o) {
    IdentityValidator named =
        new UsernameIdentityValidator(
            c -> same(o.user(), c.getUsername()) & same(o.password(), c.getPassword()));
    return o.insecure()
        ? new CompositeValidator(AnonymousIdentityValidator.INSTANCE, named)
        : named;
  }

  /** Takes the same time for every guess. */
  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Builds the address space and binds the port. */
  public void start() {
    di.startup();
    equipment.startup();
    started = true;
    try {
      server.startup().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("OPC UA server did not start", e.getCause());
    }
    trustReader.scheduleWithFixedDelay(pki::readTrust, 1, 1, TimeUnit.SECONDS);
  }

  /** Where samples go. */
  public SampleListener listener() {
    return equipment;
  }

  /** Addresses clients may use. */
  public List<String> endpointUrls() {
    return server.getConfig().getEndpoints().stream()
        .map(EndpointConfig::getEndpointUrl)
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    trustReader.shutdownNow();
    if (started) {
      equipment.shutdown();
      di.shutdown();
      server.shutdown().join();
    }
    pki.close();
  }
}
