package org.fractalgoals.api.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** The statements that the driver of SQLite prepares, for whatever part of the program, as it tells them in its log. */
final class DriverLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final String MARK = "[SQLite EXEC] ";

  private final Logger driver = (Logger) LoggerFactory.getLogger("org.sqlite.core.NativeDB");
  private final List<String> statements = new CopyOnWriteArrayList<>();

  private DriverLog() {}

  /** Listens from now on until it is closed. */
  static DriverLog listen() {
    var log = new DriverLog();
    log.start();
    log.driver.setAdditive(false);
    log.driver.setLevel(Level.TRACE);
    log.driver.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    var message = event.getFormattedMessage();
    int mark = message.indexOf(MARK);
    if (mark >= 0) {
      statements.add(message.substring(mark + MARK.length()).strip());
    }
  }

  /** The statements so far, the same ones again too. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void close() {
    driver.detachAppender(this);
    driver.setLevel(null);
    driver.setAdditive(true);
    stop();
  }
}
