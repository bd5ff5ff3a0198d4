package io.laguna.tests;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of Glue's jobs through AWS's clients. */
@NeedsPython
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlueJobsSystemTest {
    private static final List<String> QUICK = List.of("arguments.py", "name.py");

    private final GlueJobsLake jobs;

    GlueJobsSystemTest(SharedLake.Running running) {
        this.jobs = new GlueJobsLake(running.lake());
    }

    @BeforeAll
    void fill() throws IOException {
        jobs.fill();
    }

    @Test
    void aJobRunsItsScriptAndSaysWhyAnotherFails() {
        run(QUICK.stream().map(GlueScript::of).toList());
    }

    @Test
    @Tag("slow")
    void everyScriptEndsByTheWordsOfItsHead() throws IOException {
        run(GlueScript.all().stream()
                .filter(script -> !QUICK.contains(script.fileName()))
                .toList());
    }

    private void run(List<GlueScript> scripts) {
        Map<GlueScript, String> runs = new LinkedHashMap<>();
        scripts.forEach(script -> runs.put(script, jobs.start(script)));
        runs.forEach(jobs::check);
    }
}
