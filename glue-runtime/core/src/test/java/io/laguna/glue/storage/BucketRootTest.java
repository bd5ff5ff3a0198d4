package io.laguna.glue.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketRootTest {
    @ParameterizedTest
    @CsvSource({
        "s3://bucket, s3://bucket/",
        "s3a://my-bucket.1, s3a://my-bucket.1/",
        "s3://bucket/, s3://bucket/",
        "s3://bucket/folder, s3://bucket/folder",
        "/folder, /folder",
        "file:///folder, file:///folder"
    })
    void aBucketAloneIsItsRoot(String path, String root) {
        assertThat(BucketRoot.withSlash(path)).isEqualTo(root);
    }
}
