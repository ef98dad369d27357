package org.fractalgoals.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.fractalgoals.process.Http;

/** Sends one command after the other, and keeps a ledger of what was sent and what was acknowledged. */
final class Client {

  private final Ground ground;
  private final List<Plot> ledger = new ArrayList<>();
  private int checked;

  Client(Ground ground) {
    this.ground = ground;
  }

  /**
   * Works until the server is gone.
   *
   * @param acknowledged counts what is acknowledged
   */
  void workOn(Http server, CountDownLatch acknowledged) throws Exception {
    try {
      while (true) {
        current().goOn(server);
        acknowledged.countDown();
      }
    } catch (IOException gone) {
      // that is the end which is waited for; the ledger knows what was under way
      return;
    }
  }

  private Plot current() {
    if (ledger.isEmpty() || ledger.getLast().isOver()) {
      ledger.add(new Plot(ground, ledger.size()));
    }
    return ledger.getLast();
  }

  /** Compares what was done since the last time with what a server shows. */
  void requireRecent(Http server) throws Exception {
    requireWhole(server, ledger.subList(checked, ledger.size()));
    // the last one goes on
    checked = Math.max(0, ledger.size() - 1);
  }

  /** Compares all there ever was. */
  void requireAll(Http server) throws Exception {
    requireWhole(server, ledger);
  }

  private void requireWhole(Http server, List<Plot> plots) throws Exception {
    var harvest = Harvest.of(server, ground);
    for (var plot : plots) {
      plot.requireWhole(harvest);
    }
  }
}
