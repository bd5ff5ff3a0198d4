package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Failures;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CrawlerNotRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerStoppingException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.NoScheduleException;
import software.amazon.awssdk.services.glue.model.SchedulerNotRunningException;
import software.amazon.awssdk.services.glue.model.SchedulerRunningException;

/** The failures of crawlers, in Glue's words as far as they are known. */
final class CrawlerFailures {
    private CrawlerFailures() {}

    /** Returns the failure of an operation that reads. */
    static EntityNotFoundException noEntry(String name) {
        return Failures.notFound("Crawler entry with name " + name + " does not exist");
    }

    /** Returns the failure of an operation that does something. */
    static EntityNotFoundException noCrawler(String name) {
        return Failures.notFound("Crawler with name " + name + " does not exist");
    }

    static AlreadyExistsException exists(String name) {
        return AlreadyExistsException.builder()
                .message("Crawler with name " + name + " already exists")
                .build();
    }

    static CrawlerRunningException started(String name) {
        return CrawlerRunningException.builder()
                .message("Crawler with name " + name + " has already started")
                .build();
    }

    static CrawlerRunningException running(String name) {
        return CrawlerRunningException.builder()
                .message("Crawler with name " + name + " is currently running")
                .build();
    }

    static CrawlerNotRunningException notRunning(String name) {
        return CrawlerNotRunningException.builder()
                .message("Crawler with name " + name + " isn't running")
                .build();
    }

    static CrawlerStoppingException stopping(String name) {
        return CrawlerStoppingException.builder()
                .message("Crawler with name " + name + " is stopping")
                .build();
    }

    static NoScheduleException noSchedule(String name) {
        return NoScheduleException.builder()
                .message("Crawler with name " + name + " has no schedule")
                .build();
    }

    static SchedulerRunningException scheduled(String name) {
        return SchedulerRunningException.builder()
                .message("The schedule of the crawler with name " + name + " is running already")
                .build();
    }

    static SchedulerNotRunningException notScheduled(String name) {
        return SchedulerNotRunningException.builder()
                .message("The schedule of the crawler with name " + name + " is not running")
                .build();
    }
}
