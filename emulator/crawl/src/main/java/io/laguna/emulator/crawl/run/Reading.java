package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.classify.Classifiers;
import io.laguna.emulator.crawl.classify.Verdict;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.group.Minutes;
import io.laguna.emulator.crawl.group.SeenFile;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.UnreadableException;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** The reading of many files, some at once. What is kept of a file is small, and shared with files like it. */
final class Reading implements AutoCloseable {
    /** So many files are explained one by one. */
    private static final int EXPLAINED = 100;

    private final CrawledStore store;
    private final Classifiers classifiers;
    private final ExecutorService pool;
    private final LongAdder bytesRead = new LongAdder();
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();

    Reading(CrawledStore store, Classifiers classifiers, int parallelism) {
        this.store = store;
        this.classifiers = classifiers;
        this.pool = Executors.newFixedThreadPool(Math.max(1, parallelism), work -> {
            Thread thread = new Thread(work, "crawl-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    long bytesRead() {
        return bytesRead.sum();
    }

    /**
     * Returns all files in their order.
     *
     * @param chosen which of them are read
     */
    List<SeenFile> of(List<CrawledObject> objects, Predicate<CrawledObject> chosen, Minutes minutes)
            throws InterruptedException {
        List<Future<Look>> looks = new ArrayList<>(objects.size());
        for (CrawledObject object : objects) {
            looks.add(pool.submit(() -> chosen.test(object) ? look(object) : new Look.NotChosen()));
        }
        List<SeenFile> files = new ArrayList<>(objects.size());
        int unknown = 0;
        for (int i = 0; i < objects.size(); i++) {
            CrawledObject object = objects.get(i);
            Look look = result(looks.get(i));
            if (look instanceof Look.NotChosen) {
                files.add(new SeenFile(object, Optional.empty()));
            } else if (look instanceof Look.Gone) {
                minutes.decide(object.location(), "it has been deleted since the crawl has begun");
            } else if (look instanceof Look.Classified classified) {
                Verdict verdict = classified.verdict();
                if (verdict.isUnknown() && unknown++ < EXPLAINED) {
                    minutes.decide(object.location(), "UNKNOWN: " + verdict.classifier());
                }
                files.add(new SeenFile(object, Optional.of(verdict.finding())));
            }
        }
        if (unknown > EXPLAINED) {
            minutes.decide("", (unknown - EXPLAINED) + " more files are UNKNOWN");
        }
        return files;
    }

    /** The outcome of reading one file. */
    private sealed interface Look {
        record Classified(Verdict verdict) implements Look {}

        record NotChosen() implements Look {}

        record Gone() implements Look {}
    }

    private Look look(CrawledObject object) {
        try {
            Verdict verdict = classifiers.classify(Sample.of(store, object, bytesRead));
            return new Look.Classified(
                    new Verdict(small(verdict.finding()), verdict.certainty(), verdict.classifier()));
        } catch (UnreadableException e) {
            if (e.getCause() instanceof FileNotFoundException) {
                return new Look.Gone();
            }
            // A table whose files cannot be read today must not be taken for one without files.
            throw new CrawlFailedException(
                    "Cannot read " + object.location() + ": " + e.getCause().getMessage(), e);
        }
    }

    private Finding small(Finding finding) {
        return new Finding(
                one(finding.layout()),
                finding.compression(),
                one(finding.columns()),
                one(finding.own()),
                finding.count());
    }

    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private static Look result(Future<Look> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
