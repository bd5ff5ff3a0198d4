package io.laguna.pipelines.step;

/**
 * The code of a pipeline.
 *
 * @param pipeline its name, after which clusters and applications are called that are made for it: {@code covid}
 * @param jar the {@code s3://} URI of the jar with the main classes of its steps
 */
public record PipelineCode(String pipeline, String jar) {
    /** Returns the name of a cluster or application that is made for a run: {@code laguna-covid}. */
    public String placeName() {
        return "laguna-" + pipeline;
    }
}
