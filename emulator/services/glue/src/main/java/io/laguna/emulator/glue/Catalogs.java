package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import java.util.List;
import software.amazon.awssdk.services.glue.model.Catalog;
import software.amazon.awssdk.services.glue.model.GetCatalogRequest;
import software.amazon.awssdk.services.glue.model.GetCatalogResponse;
import software.amazon.awssdk.services.glue.model.GetCatalogsRequest;
import software.amazon.awssdk.services.glue.model.GetCatalogsResponse;

/**
 * The operations on catalogs. There is one catalog: the account's own, the root of all catalogs.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-catalogs.html
 */
final class Catalogs extends Room {
    private static final int PAGE = 1000;

    private final Account account;

    Catalogs(Account account) {
        this.account = account;
    }

    @Override
    public GetCatalogResponse getCatalog(GetCatalogRequest request) {
        new Constraints().present("catalogId", request.catalogId()).check();
        account.check(request);
        return GetCatalogResponse.builder().catalog(own()).build();
    }

    /**
     * Lists the catalog if the request asks for the root. IncludeRoot: "Whether to list the default catalog in the
     * account and region in the response. Defaults to false."
     */
    @Override
    public GetCatalogsResponse getCatalogs(GetCatalogsRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, PAGE).check();
        account.check(request.parentCatalogId());
        boolean root = request.parentCatalogId() == null && Boolean.TRUE.equals(request.includeRoot());
        Page<Catalog> page = Page.ofSorted(
                root ? List.of(own()) : List.of(),
                Catalog::catalogId,
                request.nextToken(),
                Page.size(request.maxResults(), PAGE),
                Failures::badToken);
        return GetCatalogsResponse.builder().catalogList(page.entries()).build();
    }

    private Catalog own() {
        return Catalog.builder()
                .catalogId(account.id())
                .name(account.id())
                .resourceArn(account.caller().arn("glue", "catalog"))
                .build();
    }
}
