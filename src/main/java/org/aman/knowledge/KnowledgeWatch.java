package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;

/**
 * Watches the knowledge folder while the service runs. A change is taken over within a second; where the file system
 * tells nothing (a network disk), the folder is read again every half minute.
 */
final class KnowledgeWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);
    static final long LOOK_ANYWAY_SECONDS = 30;

    /** Editors write a file in several steps; their last step is awaited this long. */
    private static final long SETTLED_MILLIS = 100;

    private final KnowledgeFolder folder;
    private volatile boolean running;
    private volatile @org.jspecify.annotations.Nullable WatchService watch;

    KnowledgeWatch(KnowledgeFolder folder) {
        this.folder = folder;
    }

    @Override
    public void start() {
        try {
            WatchService service = folder.folder().getFileSystem().newWatchService();
            register(service);
            watch = service;
            running = true;
            Thread.ofVirtual().name("knowledge-watch").start(() -> look(service));
        } catch (IOException e) {
            throw new UncheckedIOException("Watching " + folder.folder(), e);
        }
    }

    private void register(WatchService service) throws IOException {
        Files.walkFileTree(folder.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                directory.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void look(WatchService service) {
        try {
            while (running) {
                WatchKey key = service.poll(LOOK_ANYWAY_SECONDS, TimeUnit.SECONDS);
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
                }
                takeOver();
                register(service);
            }
        } catch (ClosedWatchServiceException stopped) {
            running = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The folder {} can no longer be watched; restart to watch it again", folder.folder());
        }
    }

    /** A folder that cannot be read, or a database that cannot take it just now, changes nothing; it is looked at again. */
    private void takeOver() {
        try {
            folder.takeOver();
        } catch (UncheckedIOException | NestedRuntimeException e) {
            LOG.error("The folder {} could not be taken over: {}", folder.folder(), e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
        WatchService service = watch;
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.warn("Closing the watch on {} failed", folder.folder());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
