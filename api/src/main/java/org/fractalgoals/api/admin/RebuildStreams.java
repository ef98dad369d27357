package org.fractalgoals.api.admin;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells clients how a rebuild goes until it ends, each on a thread of its own: a slow one holds up nobody. */
@Component
class RebuildStreams {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildStreams.class);
  private static final Long FOR_EVER = 0L;

  private final ReadModel readModel;
  private final WallClockText clock;
  /** What is still to be told to each client; nothing at all means that this is the end. */
  private final Set<BlockingQueue<Optional<RebuildProgress>>> open = ConcurrentHashMap.newKeySet();

  RebuildStreams(Application application, WallClockText clock) {
    this.readModel = application.readModel();
    this.clock = clock;
  }

  /** Begins with how it stands now. */
  SseEmitter open() {
    var news = new LinkedBlockingQueue<Optional<RebuildProgress>>();
    var emitter = new SseEmitter(FOR_EVER);
    Thread.ofVirtual().name("rebuild-events").start(() -> tell(emitter, news));
    return emitter;
  }

  private void tell(SseEmitter emitter, BlockingQueue<Optional<RebuildProgress>> news) {
    open.add(news);
    var subscription = readModel.onRebuildProgress(step -> news.add(Optional.of(step)));
    try {
      var next = readModel.lastRebuild();
      while (next.isPresent()) {
        send(emitter, next.get());
        next = next.get().isRunning() ? news.take() : Optional.empty();
      }
      emitter.complete();
    } catch (IOException gone) {
      LOG.debug("a client left before the end of the rebuild", gone);
      emitter.completeWithError(gone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } finally {
      subscription.close();
      open.remove(news);
    }
  }

  private void send(SseEmitter emitter, RebuildProgress step) throws IOException {
    emitter.send(SseEmitter.event().name("progress").data(RebuildView.of(step, clock),
        MediaType.APPLICATION_JSON));
  }

  /** Else the server would wait for the end of these answers. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    open.forEach(news -> news.add(Optional.empty()));
  }
}
