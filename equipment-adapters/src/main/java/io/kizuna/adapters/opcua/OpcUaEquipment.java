package io.kizuna.adapters.opcua;

import io.kizuna.adapters.EquipmentProperties;
import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.adapters.tagmap.TagMaps;
import io.kizuna.equipment.CommandLog;
import io.kizuna.equipment.DefineTags;
import io.kizuna.equipment.EquipmentCommands;
import io.kizuna.equipment.EquipmentConnections;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.BackfillReadings;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.ReadHistorian;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All OPC UA devices of the configuration, behind core's ports. */
public final class OpcUaEquipment
    implements EquipmentCommands, EquipmentConnections, BackfillReadings, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpcUaEquipment.class);

  private final EquipmentProperties properties;
  private final Core core;
  private final ReadingSpool spool;
  private final OpcUaPki pki;
  private final Timing timing;
  private final Map<EquipmentId, OpcUaLink> links = new LinkedHashMap<>();
  private final Map<EquipmentId, Object> locks = new ConcurrentHashMap<>();

  /** What the adapter needs of core. */
  public record Core(
      DefineTags tags,
      IngestReadings ingest,
      ReadHistorian historian,
      CommandLog commands,
      RecordClock clock,
      Consumer<ProgramCompleted> programs) {}

  public OpcUaEquipment(
      EquipmentProperties properties, Core core, ReadingSpool spool, OpcUaPki pki) {
    this(properties, core, spool, pki, Timing.DEFAULT);
  }

  OpcUaEquipment(
      EquipmentProperties properties, Core core, ReadingSpool spool, OpcUaPki pki, Timing timing) {
    this.properties = properties;
    this.core = core;
    this.spool = spool;
    this.pki = pki;
    this.timing = timing;
  }

  /** Tells core the tags, then connects; returns at once. */
  public void start() {
    var connector = new OpcUaConnector(properties, pki);
    var maps = new LinkedHashMap<String, TagMap>();
    for (var device : properties.devices()) {
      var map = maps.computeIfAbsent(device.equipmentClass(), this::define);
      var id = new EquipmentId(device.id());
      core.tags().bind(id, device.equipmentClass());
      var link =
          new OpcUaLink(
              device,
              properties.endpointOf(device),
              map,
              connector,
              spool,
              core.clock(),
              timing,
              core.programs());
      resume(id, map, link);
      links.put(id, link);
    }
    links.values().forEach(OpcUaLink::start);
    log.info("{} OPC UA devices", links.size());
  }

  private TagMap define(String equipmentClass) {
    var map = TagMaps.load(equipmentClass);
    core.tags().define(equipmentClass, List.copyOf(map.tags().values()));
    return map;
  }

  /** What happened while we were away is a gap, until the first new reading. */
  private void resume(EquipmentId id, TagMap map, OpcUaLink link) {
    for (var tag : map.tags().keySet()) {
      core.historian().latest(id, tag).ifPresent(link.reader()::resumeFrom);
    }
    if (link.reader().knowsAny()) link.reader().openDeviceGap("ADAPTER_DOWN");
  }

  @Override
  public Confirmation execute(Command command) {
    var link = link(command.equipment());
    var method =
        link.map()
            .command(command.action())
            .orElseThrow(
                () ->
                    new MesException(
                        ErrorCode.COMMAND_NOT_ALLOWED,
                        "Only commands of the tag map can be sent.",
                        command.equipment() + " " + command.action(),
                        link.map().commands().keySet().toString(),
                        "EQUIPMENT_ENGINEER"));
    // One command at a time per device; the second of two with the same key finds the first done.
    synchronized (locks.computeIfAbsent(command.equipment(), id -> new Object())) {
      var before = core.commands().confirmed(command.key());
      if (before.isPresent()) return before.get();
      try {
        var client = link.require();
        var confirmation =
            new OpcUaCommand(client, link.map(), method, command, timing.confirm()).execute();
        core.commands().confirm(command, confirmation);
        log.info(
            "{} {} {}: {}", command.equipment(), command.action(), command.key(), confirmation);
        return confirmation;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MesException(ErrorCode.EQUIPMENT_UNREACHABLE, "The command was interrupted.");
      }
    }
  }

  @Override
  public int backfill(EquipmentId equipment, Instant from, Instant to) {
    var link = link(equipment);
    var client = link.session();
    if (client == null) throw unreachable(equipment, link.state().name());
    try {
      return new OpcUaHistory(client, equipment, link.map(), core.ingest(), core.clock())
          .read(from, to);
    } catch (UaException e) {
      throw unreachable(equipment, LinkFailure.name(e.getStatusCode()));
    }
  }

  @Override
  public List<RejectedCertificate> rejected() {
    return pki.rejected();
  }

  @Override
  public boolean trust(String thumbprint) {
    boolean moved = pki.trust(thumbprint);
    if (moved) links.values().forEach(OpcUaLink::retryNow);
    return moved;
  }

  private OpcUaLink link(EquipmentId equipment) {
    @Nullable OpcUaLink link = links.get(equipment);
    if (link == null) {
      throw new MesException(
          ErrorCode.EQUIPMENT_UNKNOWN,
          "Only configured devices can be reached.",
          equipment.value(),
          links.keySet().toString(),
          "EQUIPMENT_ENGINEER");
    }
    return link;
  }

  private static MesException unreachable(EquipmentId equipment, String reason) {
    return new MesException(
        ErrorCode.EQUIPMENT_UNREACHABLE,
        "History is read from a device that answers.",
        equipment + ": " + reason,
        null,
        "EQUIPMENT_ENGINEER");
  }

  @Override
  public void close() {
    links.values().parallelStream().forEach(OpcUaLink::close);
  }
}
