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
import java.io.IOException;
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
        List<Future<Optional<Verdict>>> verdicts = new ArrayList<>(objects.size());
        for (CrawledObject object : objects) {
            verdicts.add(pool.submit(() -> chosen.test(object) ? read(object) : Optional.empty()));
        }
        List<SeenFile> files = new ArrayList<>(objects.size());
        int unknown = 0;
        for (int i = 0; i < objects.size(); i++) {
            Optional<Verdict> verdict = result(verdicts.get(i));
            if (verdict.filter(Verdict::isUnknown).isPresent() && unknown++ < EXPLAINED) {
                minutes.decide(
                        objects.get(i).location(), "UNKNOWN: " + verdict.get().classifier());
            }
            files.add(new SeenFile(objects.get(i), verdict.map(Verdict::finding)));
        }
        if (unknown > EXPLAINED) {
            minutes.decide("", (unknown - EXPLAINED) + " more files are UNKNOWN");
        }
        return files;
    }

    private Optional<Verdict> read(CrawledObject object) {
        try {
            Verdict verdict = classifiers.classify(Sample.of(store, object, bytesRead));
            return Optional.of(new Verdict(small(verdict.finding()), verdict.certainty(), verdict.classifier()));
        } catch (IOException e) {
            // The object was deleted after it was listed.
            return Optional.empty();
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

    private static Optional<Verdict> result(Future<Optional<Verdict>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CrawlFailedException("Internal Service Exception", e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
