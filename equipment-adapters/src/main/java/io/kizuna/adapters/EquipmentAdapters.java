package io.kizuna.adapters;

import io.kizuna.adapters.opcua.OpcUaEquipment;
import io.kizuna.adapters.opcua.OpcUaPki;
import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.equipment.CommandLog;
import io.kizuna.equipment.DefineTags;
import io.kizuna.equipment.ReportConnection;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.ReadHistorian;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Wires the adapters to core; devices are connected when the application is ready. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EquipmentProperties.class)
class EquipmentAdapters {

  @Bean
  ReadingSpool readingSpool(IngestReadings ingest, ReportConnection connections) {
    return new ReadingSpool(ingest, connections);
  }

  @Bean
  OpcUaPki opcUaPki(EquipmentProperties properties) {
    return OpcUaPki.open(properties.pki());
  }

  /** Depends on the spool, so it is closed before it. */
  @Bean
  OpcUaEquipment opcUaEquipment(
      EquipmentProperties properties,
      OpcUaPki pki,
      ReadingSpool spool,
      DefineTags tags,
      IngestReadings ingest,
      ReadHistorian historian,
      CommandLog commands,
      RecordClock clock,
      ApplicationEventPublisher events) {
    var core =
        new OpcUaEquipment.Core(tags, ingest, historian, commands, clock, events::publishEvent);
    return new OpcUaEquipment(properties, core, spool, pki);
  }

  @Bean
  Start startEquipment(OpcUaEquipment equipment) {
    return new Start(equipment);
  }

  /** After the seeding of a first look, which runs before the application is ready. */
  record Start(OpcUaEquipment equipment) {

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
      equipment.start();
    }
  }
}
