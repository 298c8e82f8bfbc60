package io.kizuna.workflows.recipe;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML with line numbers from a hardened parser: DOCTYPE refused, nothing is loaded from
 * anywhere, bounded depth and number of elements (T10).
 */
final class XmlFile {

  private static final int DEPTH_MAX = 40;
  private static final int ELEMENTS_MAX = 20_000;

  private XmlFile() {}

  /** The root element, null after a fault. */
  static @Nullable XmlElement read(String file, String text, Faults faults) {
    var handler = new TreeHandler();
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setXIncludeAware(false);
      var parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      parser.parse(new InputSource(new StringReader(text)), handler);
      return handler.root;
    } catch (SAXParseException e) {
      faults.add(file, Math.max(1, e.getLineNumber()), "not XML: " + e.getMessage());
    } catch (SAXException | IOException e) {
      faults.add(file, 1, "not XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  private static final class TreeHandler extends DefaultHandler {

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable XmlElement root;
    private int elements;

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
        throws SAXException {
      if (++elements > ELEMENTS_MAX) throw new SAXException("too many elements");
      if (open.size() >= DEPTH_MAX) throw new SAXException("nested too deeply");
      var element = new XmlElement(uri, localName, locator == null ? 1 : locator.getLineNumber());
      for (int i = 0; i < attributes.getLength(); i++) {
        String namespace = attributes.getURI(i);
        String name = attributes.getLocalName(i);
        element.attributes.put(
            namespace.isEmpty() ? name : "{" + namespace + "}" + name, attributes.getValue(i));
      }
      if (open.isEmpty()) root = element;
      else open.getLast().children.add(element);
      open.addLast(element);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      open.removeLast();
    }

    @Override
    public void characters(char[] ch, int start, int length) {
      if (!open.isEmpty()) open.getLast().text.append(ch, start, length);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXException("external entities are not allowed: " + systemId);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      throw new SAXException("processing instructions are not allowed: " + target);
    }
  }
}
