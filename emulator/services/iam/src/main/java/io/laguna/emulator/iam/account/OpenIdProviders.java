package io.laguna.emulator.iam.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.iam.entity.Entities;
import io.laguna.emulator.iam.entity.Entity;
import io.laguna.emulator.iam.entity.Kind;
import io.laguna.emulator.iam.entity.NewEntity;
import io.laguna.emulator.iam.entity.Tags;
import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import io.laguna.emulator.iam.rule.Room;
import io.laguna.emulator.iam.rule.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;

/**
 * The operations on providers of OpenID Connect, which are kept: Laguna asks none of them, and calls none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html">The API</a>
 */
public final class OpenIdProviders extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEME = "https://";
    private static final int MOST_THUMBPRINTS = 5;
    private static final int MOST_CLIENTS = 100;

    private final Scope scope;

    public OpenIdProviders(Scope scope) {
        this.scope = scope;
    }

    /** The parts of a provider, beside its URL. */
    private record Provider(List<String> clients, List<String> thumbprints) {
        private Provider {
            if (thumbprints.size() > MOST_THUMBPRINTS) {
                throw Failures.input("Thumbprint list must contain fewer than " + MOST_THUMBPRINTS + " entries.");
            }
            if (clients.size() > MOST_CLIENTS) {
                throw Failures.quota("ClientIdsPerOpenIdConnectProvider", MOST_CLIENTS);
            }
        }

        private static Provider of(Entity entity) {
            try {
                return JSON.readValue(entity.document().orElseThrow(), Provider.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What is kept of " + entity.arn() + " cannot be read", e);
            }
        }

        private String text() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A provider cannot be written", e);
            }
        }
    }

    @Override
    public CreateOpenIdConnectProviderResponse createOpenIDConnectProvider(CreateOpenIdConnectProviderRequest request) {
        Members.check(request, "Url");
        if (!request.url().startsWith(SCHEME)) {
            throw Failures.validation("Invalid Open ID Connect Provider URL");
        }
        Provider provider = new Provider(request.clientIDList(), request.thumbprintList());
        String name = request.url().substring(SCHEME.length());
        return scope.state().write(transaction -> {
            NewEntity made = NewEntity.of(Kind.OIDC, name, "/", request.tags()).withDocument(provider.text());
            Entity entity = new Entities(transaction).insert(scope.account(), made, scope.now());
            return CreateOpenIdConnectProviderResponse.builder()
                    .openIDConnectProviderArn(entity.arn())
                    .tags(new Tags(transaction).of(entity))
                    .build();
        });
    }

    @Override
    public GetOpenIdConnectProviderResponse getOpenIDConnectProvider(GetOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn");
        return scope.state().read(handle -> {
            Entity entity = require(handle, request.openIDConnectProviderArn());
            Provider provider = Provider.of(entity);
            return GetOpenIdConnectProviderResponse.builder()
                    .url(entity.name())
                    .clientIDList(provider.clients())
                    .thumbprintList(provider.thumbprints())
                    .createDate(entity.createdAt())
                    .tags(new Tags(handle).of(entity))
                    .build();
        });
    }

    @Override
    public ListOpenIdConnectProvidersResponse listOpenIDConnectProviders(ListOpenIdConnectProvidersRequest request) {
        List<Entity> all = scope.state().read(handle -> new Entities(handle).all(scope.account(), Kind.OIDC, "/"));
        return ListOpenIdConnectProvidersResponse.builder()
                .openIDConnectProviderList(all.stream()
                        .map(entity -> OpenIDConnectProviderListEntry.builder()
                                .arn(entity.arn())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public DeleteOpenIdConnectProviderResponse deleteOpenIDConnectProvider(DeleteOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn");
        change(request.openIDConnectProviderArn(), (transaction, entity) -> new Entities(transaction)
                .delete(entity.id()));
        return DeleteOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public AddClientIdToOpenIdConnectProviderResponse addClientIDToOpenIDConnectProvider(
            AddClientIdToOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn", "ClientID");
        replace(
                request.openIDConnectProviderArn(),
                provider -> new Provider(
                        Stream.concat(provider.clients().stream(), Stream.of(request.clientID()))
                                .distinct()
                                .toList(),
                        provider.thumbprints()));
        return AddClientIdToOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public RemoveClientIdFromOpenIdConnectProviderResponse removeClientIDFromOpenIDConnectProvider(
            RemoveClientIdFromOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn", "ClientID");
        replace(
                request.openIDConnectProviderArn(),
                provider -> new Provider(
                        provider.clients().stream()
                                .filter(client -> !client.equals(request.clientID()))
                                .toList(),
                        provider.thumbprints()));
        return RemoveClientIdFromOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public UpdateOpenIdConnectProviderThumbprintResponse updateOpenIDConnectProviderThumbprint(
            UpdateOpenIdConnectProviderThumbprintRequest request) {
        Members.check(request, "OpenIDConnectProviderArn");
        replace(
                request.openIDConnectProviderArn(),
                provider -> new Provider(provider.clients(), request.thumbprintList()));
        return UpdateOpenIdConnectProviderThumbprintResponse.builder().build();
    }

    @Override
    public TagOpenIdConnectProviderResponse tagOpenIDConnectProvider(TagOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn", "Tags");
        change(request.openIDConnectProviderArn(), (transaction, entity) -> new Tags(transaction)
                .add(entity, request.tags()));
        return TagOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public UntagOpenIdConnectProviderResponse untagOpenIDConnectProvider(UntagOpenIdConnectProviderRequest request) {
        Members.check(request, "OpenIDConnectProviderArn", "TagKeys");
        change(request.openIDConnectProviderArn(), (transaction, entity) -> new Tags(transaction)
                .remove(entity, request.tagKeys()));
        return UntagOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public ListOpenIdConnectProviderTagsResponse listOpenIDConnectProviderTags(
            ListOpenIdConnectProviderTagsRequest request) {
        Members.check(request, "OpenIDConnectProviderArn");
        Listing<Tag> page = scope.state().read(handle -> new Tags(handle)
                .page(require(handle, request.openIDConnectProviderArn()), request.marker(), request.maxItems()));
        return ListOpenIdConnectProviderTagsResponse.builder()
                .tags(page.entries())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private void replace(String arn, UnaryOperator<Provider> change) {
        change(arn, (transaction, entity) -> new Entities(transaction)
                .setDocument(entity.id(), change.apply(Provider.of(entity)).text(), scope.now()));
    }

    private void change(String arn, BiConsumer<Handle, Entity> change) {
        scope.state().write(transaction -> {
            Entity entity = require(transaction, arn);
            change.accept(transaction, new Entities(transaction).lock(scope.account(), Kind.OIDC, entity.name()));
            return entity;
        });
    }

    private Entity require(Handle handle, String arn) {
        String start = Entity.arn(scope.account(), Kind.OIDC, "/");
        return Optional.of(arn)
                .filter(given -> given.startsWith(start))
                .flatMap(
                        given -> new Entities(handle).find(scope.account(), Kind.OIDC, given.substring(start.length())))
                .orElseThrow(() -> Kind.OIDC.missing(arn));
    }
}
