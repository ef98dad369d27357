package org.fractalgoals.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way, and libraries stay where they belong. */
@AnalyzeClasses(packages = "org.fractalgoals", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String DOMAIN = "org.fractalgoals.domain..";
  private static final String EVENT_STORE = "org.fractalgoals.eventstore..";
  private static final String PROJECTIONS = "org.fractalgoals.projections..";
  private static final String MIGRATION = "org.fractalgoals.migration..";
  private static final String API = "org.fractalgoals.api..";

  @ArchTest static final ArchRule the_domain_knows_nothing_but_axons_modelling = classes().that()
      .resideInAPackage(DOMAIN).should().onlyDependOnClassesThat(
          resideInAnyPackage(DOMAIN, "java.lang..", "java.util..", "java.time..",
              "org.axonframework.commandhandling..", "org.axonframework.eventsourcing..",
              "org.axonframework.messaging..", "org.axonframework.modelling..",
              "org.jspecify.annotations.."));

  @ArchTest static final ArchRule the_event_store_knows_no_other_module_than_the_domain = noClasses()
      .that()
      .resideInAPackage(EVENT_STORE).should().dependOnClassesThat()
      .resideInAnyPackage(PROJECTIONS, MIGRATION, API);

  @ArchTest static final ArchRule the_read_model_uses_ports_only = noClasses().that()
      .resideInAPackage(PROJECTIONS).should().dependOnClassesThat()
      .resideInAnyPackage(EVENT_STORE, MIGRATION, API);

  @ArchTest static final ArchRule the_migration_uses_ports_only = noClasses().that()
      .resideInAPackage(MIGRATION).should().dependOnClassesThat()
      .resideInAnyPackage(EVENT_STORE, PROJECTIONS, API);

  @ArchTest static final ArchRule only_the_api_knows_spring_boot_and_the_web = noClasses().that()
      .resideOutsideOfPackage(API).should().dependOnClassesThat()
      .resideInAnyPackage("org.springframework.boot..", "org.springframework.web..",
          "org.springframework.context..", "jakarta..", "picocli..");

  @ArchTest static final ArchRule only_the_read_model_uses_spring_jdbc = noClasses().that()
      .resideOutsideOfPackage(PROJECTIONS).should().dependOnClassesThat()
      .resideInAPackage("org.springframework.jdbc..");

  @ArchTest static final ArchRule sql_stays_out_of_the_api = noClasses().that()
      .resideInAPackage(API)
      .should().dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

  @ArchTest static final ArchRule axon_stays_at_the_edges = noClasses().that()
      .resideInAnyPackage(PROJECTIONS, MIGRATION).should().dependOnClassesThat()
      .resideInAPackage("org.axonframework..");

  @ArchTest static final ArchRule packages_form_no_cycles = slices()
      .matching("org.fractalgoals.(**)")
      .should().beFreeOfCycles();

  @ArchTest static final ArchRule the_time_comes_from_an_injected_clock = noClasses().that()
      .doNotHaveFullyQualifiedName("org.fractalgoals.api.cli.Main").should()
      .callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
      .callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
      .orShould().callMethod(Clock.class, "systemUTC").orShould()
      .callMethod(Clock.class, "systemDefaultZone").orShould()
      .callMethod(System.class, "currentTimeMillis");

  @ArchTest static final ArchRule names_say_what_a_class_is_for = noClasses().should()
      .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base)");

  @ArchTest static final ArchRule nothing_prints_but_the_command_line = noClasses()
      .that(resideOutsideOfPackage("org.fractalgoals.api.cli..")).should()
      .accessField(System.class, "out").orShould().accessField(System.class, "err");
}
