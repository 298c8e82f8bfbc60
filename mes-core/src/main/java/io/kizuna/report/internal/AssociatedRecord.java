package io.kizuna.report.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The machine's record inside the people's one: what the 3 of PDF/A-3 is for (ISO 19005-3, 6.8).
 * Whoever keeps the document keeps the data it was printed from.
 */
final class AssociatedRecord {

  static final String FILE = "record.json";

  private AssociatedRecord() {}

  static void add(PDDocument document, String json, Instant madeAt) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    var time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    time.setTimeInMillis(madeAt.toEpochMilli());
    var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    file.setSubtype("application/json");
    file.setSize(bytes.length);
    file.setCreationDate(time);
    file.setModDate(time);
    var specification = new PDComplexFileSpecification();
    specification.setFile(FILE);
    specification.setFileUnicode(FILE);
    specification.setFileDescription("The batch record this document was printed from, as JSON");
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
    var names = new PDEmbeddedFilesNameTreeNode();
    names.setNames(Map.of(FILE, specification));
    var catalog = document.getDocumentCatalog();
    var dictionary = new PDDocumentNameDictionary(catalog);
    dictionary.setEmbeddedFiles(names);
    catalog.setNames(dictionary);
    var associated = new COSArray();
    associated.add(specification);
    catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }
}
