package io.laguna.emulator.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4566,,",
        "localhost,,",
        "[::1]:4566,,",
        "elsewhere.example:80,,",
        "s3.localhost,s3,",
        "s3.us-east-1.localhost:4566,s3,",
        "s3.amazonaws.com,s3,",
        "s3-us-west-2.amazonaws.com,s3,",
        "s3.dualstack.eu-west-1.amazonaws.com,s3,",
        "raw.s3.amazonaws.com,s3,raw",
        "my.raw.s3.us-east-1.amazonaws.com,s3,my.raw",
        "raw.s3.localhost,s3,raw",
        "s3-data.localhost,s3-data,s3-data",
        "my.raw.localhost,my,my.raw",
        "raw.lake:4566,raw,raw",
        "glue.localhost,glue,glue",
        "glue.us-east-1.amazonaws.com,glue,",
        "sts.amazonaws.com,sts,",
        "STS.LocalHost,sts,sts"
    })
    void aHostNamesAServiceOrABucket(String host, String service, String bucket) {
        HostName read = HostName.parse(host, List.of("localhost", "lake"));

        assertThat(read.service()).isEqualTo(Optional.ofNullable(service));
        assertThat(read.bucket()).isEqualTo(Optional.ofNullable(bucket));
    }
}
