package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;

class UnknownMembersTest {
    private final List<String> told = new ArrayList<>();
    private final UnknownMembers members = new UnknownMembers(told::add);
    private final SdkPojo request = (SdkPojo) ListSecretsRequest.builder();

    @Test
    void aMemberIsToldOnce() {
        members.note(request, "SortBy");
        members.note(request, "SortBy");
        members.note(request, "another");

        assertThat(told).containsExactly("ListSecretsRequest.SortBy", "ListSecretsRequest.another");
    }

    @Test
    void whatIsNoNameIsNotTold() {
        members.note(request, "two\nlines");
        members.note(request, "x".repeat(65));

        assertThat(told).isEmpty();
    }

    @Test
    void whatClientsMakeUpIsNotKeptForEver() {
        for (int i = 0; i < 600; i++) {
            members.note(request, "made" + i);
        }

        assertThat(told).hasSize(500);
    }
}
