export default function WorkPage() {
  return <main className="page" />;
}
